a = 1
b = {
  c = "d"
}
text = <<EOT
  one
two
EOT
last = [
"x",
]