job "j" {
  group "g" {
    task "t" {
      env {
        DB_PASS = "⟦zoqoqemodibo⟧"
        MODE = "⟦shown mode-a⟧"
      }
      config {
        args = ["-token", "⟦copper38533u⟧", "--port", "⟦shown porta⟧"]
        auth { 
          username = "u"
          password = "⟦tigetutiweru⟧"
        }
      }
      template {
        data = <<EOF
DB_PASSWORD=⟦nimbus7364c⟧
HOST=⟦shown hosta⟧
EOF
      }
    }
  }
}
