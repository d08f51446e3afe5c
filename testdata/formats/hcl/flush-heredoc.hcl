flush = <<-EOT
    blank lines count for nothing

      and keep what they have:
  
    end
  EOT
shallow = <<-EOT
  ${var.first} and more
    deeper
	tab
EOT
interpolated = <<-EOT
    before
    ${join("\n", [
  "a"])}
    %{ for x in var.list ~}
    item ${x}
    %{ endfor ~}
    EOT
