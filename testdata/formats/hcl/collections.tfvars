ports = [80, 443, ]
nothing = []
none = {}
matrix = [
  # comment
  [1, 2],
  [
    3
    ,
    4
  ], // comment
]
tags = { team = "web", "cost center" = 12, 5 : true }
pools = {
  small = {
    machine_type : "n2-highmem-4"
    max = 10, min = 0
    labels = { "k8s.io/x" = "y" }
  }

  (var.name) = null
  "${var.a}-b" = 1, # comment
  for = 1
}
users = [
  { name = "a", role = "admin" },
  { name = "b", role = "reader" }
]
