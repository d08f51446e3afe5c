a = << EOT
EOT
