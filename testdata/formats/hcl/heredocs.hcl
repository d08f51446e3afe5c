plain = <<EOT
first
  second "quoted" \n ${var.x}

  EOT_NOT
EOT
flush = <<-END
    four
      six

    four
    END
empty = <<X
X
in_call = jsonencode(<<JSON
{"a": 1}
JSON
)
last = <<-E_O-F
	tab
	E_O-F
