terraform {
  required_version = ">= 1.5"
  required_providers {
    aws = { source = "hashicorp/aws", version = "~> 5.0" }
  }
  backend "s3" {}
}

provider "aws" { region = "eu-west-1" }
provider "aws" {
  alias  = "us"
  region = "us-east-1"
}

locals {
  env = "production"
}

resource "aws_db_instance" "main" {
  deletion_protection = true
  lifecycle { prevent_destroy = true }
}
variable "db_password" {
  default   = "x"
  sensitive = true
}

resource aws_security_group "web" {
  ingress {
    from_port   = 443
    cidr_blocks = ["0.0.0.0/0"]
  }
  name = "web"
  ingress {
    from_port   = 80
    cidr_blocks = ["10.0.0.0/8"]
  }
  dynamic "egress" {
    for_each = var.egress
    content {
      from_port = egress.value.port
    }
  }
}

locals {
  domain = "example.com"
}
