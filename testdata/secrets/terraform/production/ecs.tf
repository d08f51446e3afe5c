resource "x" "y" {
  environment {
    name  = "DB_PASSWORD"
    value = "⟦copper89858w⟧"
  }
  environment {
    name  = "TOKEN_URL"
    value = "⟦shown https://tok-a.example.com/t⟧"
  }
  environment {
    name  = "API_KEY"
    value = "⟦vetw0tESulEETldq8b8Vw2zb⟧"
  }
}
resource "aws_lambda_function" "l" {
  environment {
    variables = {
      STRIPE_SECRET = "⟦JYAxyL1aCcTlN99mhWp708Dw⟧"
      KEY_SIZE      = "⟦shown 2048-a⟧"
    }
  }
}
resource "aws_ssm_parameter" "p" {
  name  = "/prod/db/connect"
  type  = "SecureString"
  value = "⟦vivisazimara⟧"
}
resource "aws_ssm_parameter" "q" {
  name  = "/prod/db/host"
  type  = "String"
  value = "⟦shown host-aa⟧"
}
resource "aws_db_instance" "d" {
  username = "root"
  password = "⟦monkey45661q⟧"
  identifier = "⟦shown ident-a⟧"
}
resource "aws_secretsmanager_secret_version" "v" {
  secret_id     = "⟦shown sid-a⟧"
  secret_string = "⟦peniwamimede⟧"
}
resource "aws_secretsmanager_secret_version" "w" {
  secret_string = jsonencode({
    username = "u"
    password = "⟦dragon64411f⟧"
    dsn = "⟦cawocepisoga⟧"
  })
}
resource "azurerm_key_vault_secret" "k" {
  name  = "conn"
  value = "⟦conegugoferi⟧"
}
resource "google_secret_manager_secret_version" "g" {
  secret_data = "⟦garigohusono⟧"
}
resource "kubernetes_secret" "ks" {
  metadata {
    name = "ks"
  }
  data = {
    username = "⟦litogaquhone⟧"
    conf = "⟦tiger8158#qq⟧"
  }
}
resource "kubernetes_secret_v1" "ks" {
  data = {
    conf = "⟦wupapucipulo⟧"
  }
}
resource "github_actions_secret" "gs" {
  secret_name     = "⟦shown DEPLOY_A⟧"
  plaintext_value = "⟦linezatulilo⟧"
}
resource "gitlab_project_variable" "gv" {
  key       = "SERVER_SECRET"
  value     = "⟦dragon66581u⟧"
}
resource "gitlab_project_variable" "gm" {
  key       = "SERVER_X"
  value     = "⟦falcon46597i⟧"
  masked    = true
}
resource "random" "r" {
  keepers = { a = "⟦shown keep-a⟧" }
}
variable "db_password" {
  default = "⟦falcon97708n⟧"
}
variable "foo" {
  sensitive = true
  default = "⟦pesinuguhepo⟧"
}
variable "password_length" {
  default = "⟦shown len-a⟧"
}
locals {
  user_data = <<-EOT
    #!/bin/bash
    export DB_PASSWORD=⟦dragon91626c⟧
    mysql -uroot -p⟦orange23521t⟧ mydb
    echo ⟦shown hello-a⟧
  EOT
}
provider "postgresql" {
  password = "⟦zuriwibehusu⟧"
}
provider "datadog" {
  api_key = "⟦5751f75143a5f61debc267b0bc8d3b19⟧"
  app_key = "⟦39a9b4ddbe45cf642b0c3a4acdd7f9fc⟧"
}
provider "x" {
  token = "⟦qelitiraniti⟧"
}
resource "aws_instance" "i" {
  command = ["--password", "⟦summer63512a⟧"]
}
