a = var.x
b = var.list[0].name
c = aws_instance.web.*.id
d = aws_instance.web[*].id
e = max(1, 2, var.all...)
f = var.prod ? "big" : var.stage ? "mid" : "small" # comment
g = 1 + 2 * (3 - var.n) % 4
h = !var.a && -var.b <= 3 || "x" != "y"
i = [for s in var.l : upper(s) if s != ""]
j = {for k, v in var.m : k => v...}
k = provider::aws::arn("x")
l = merge(
  var.tags, # comment
  { a = 1 },
)
m = { a = 1 }.a
n = [1, 2][0]
o = "a" == "b"
p = (
  var.x
  + 1
)
q = {
  a = var.y
  b = f(1)[0]
  c = [var.z, "lit"]
}
r = -var.x
s = var.legacy.0.id
t = - 1
