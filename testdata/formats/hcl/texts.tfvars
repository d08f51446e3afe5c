escapes  = "a\tb\n\"c\"\\ \u00e4 \U0001F600"
template = "https://${var.host}:${var.ports["https"]}/\tx"
nested   = "a ${upper("b ${join(", ", ["}", "c"])} \" d")} e"
strip    = "${~ var.a ~} %{ if var.b == "x" ~} yes %{ else } no %{ endif }"
marks    = "$${not.one} %%{ nor this } $ % $x {}"
lines    = "${
  var.a # a brace } in a comment
}"
