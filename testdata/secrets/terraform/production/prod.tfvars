db_password = "⟦tiger87515t⟧"
users = [
  { name = "admin", password = "⟦pepper33178j⟧" },
  { name = "reader", password = "⟦ceqatuwikoce⟧" },
]
env = { DB_PASSWORD = "⟦tigimotufagi⟧", REGION = "⟦shown reg-a⟧" }
environment_variables = [
  { name = "SECRET_TOKEN", value = "⟦dragon70926w⟧" },
  { name = "LOG_LEVEL", value = "⟦shown infoa⟧" },
]
client_secret = "⟦vNsUHbDwxRV0LicaqJDR6g4R⟧"
secret_name = "⟦shown my-secret-a⟧"
ssh_public_key = "⟦shown ssh-rsa AAAAB3NzaC1yc2EAAAAa me⟧"
