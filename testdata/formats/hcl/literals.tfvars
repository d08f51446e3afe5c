# comment
instance_type = "db.r5.large" // behind a value
storage_gb    = 100
/* a comment
   of two lines */
ratio     = 0.75
tiny      = 1.5e-3
big       = 2E6
offset    = -12
enabled   = true
disabled  = false
nothing   = null
name-with-dashes = "x"
größe = "é😀" # code points
after_emoji = ["😀", "b"]
empty = ""
