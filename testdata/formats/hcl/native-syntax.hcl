# What the specification of HCL's native syntax shows, element by element.
// Comments
/* of three
   kinds */
io_mode = "async"   # and behind a value

service "http" "web_proxy" {
  listen_addr = "127.0.0.1:8080"
  process "main" {
    command = ["/usr/local/bin/app", "server"]
  }
  process "mgmt" { command = ["/usr/local/bin/app", "mgmt"] }
}
one_line { only = 1 }
without_labels {}

whole     = 12
fraction  = 1.5
exponent  = 1e3
negative  = -4
yes       = true
nothing   = null
dash-ed   = "identifiers may have dashes"
größe     = "and letters of any script"

escapes   = "tab\t quote\" unicode\u00e9 \\ $${not} %%{not}"
template  = "hello, ${upper(var.name)}!"
directive = "%{ if var.loud }HELLO%{ else }hello%{ endif }"
nested    = "a ${"b ${var.c} d"} e"

tuple = [1, "two", [3], {four = 4},]
object = {
  plain   = 1
  "quoted" = 2,
  colon : 3
  (var.computed) = 4
}
conditional = var.enabled ? "on" : "off"
for_list    = [for s in var.list : upper(s) if s != ""]
for_map     = {for k, v in var.map : k => v...}
splat       = aws_instance.web[*].id
index       = var.list[0].name["x"]
call        = merge(local.defaults, var.many...)
operators   = (1 + 2) * 3 % 4 >= 5 && !false || "a" == "b"
over_lines = foo(
  1,
  2
)
flush = <<-EOT
    blank lines count for nothing

      and keep what they have:
  
    end
  EOT
