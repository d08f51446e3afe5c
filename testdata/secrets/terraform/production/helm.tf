resource "helm_release" "redis" {
  name = "redis"
  set {
    name  = "auth.password"
    value = "⟦copper4285zll⟧"
  }
  set {
    name  = "auth.passwordPolicy"
    value = "⟦shown strongest-a⟧"
  }
  set_sensitive {
    name  = "db.dsn"
    value = "⟦nimbus4801o⟧"
  }
  set_sensitive {
    name  = "db.other"
    value = "⟦kahapokowaze⟧"
  }
}
resource "helm_release" "one" {
  name = "one"
  set_sensitive {
    name  = "anything"
    value = "⟦berihohaguse⟧"
  }
}
resource "helm_release" "list" {
  name = "list"
  set = [
    { name = "global.adminPassword", value = "⟦Summer129!gg⟧" },
    { name = "replicaCountx", value = "⟦shown eleven-a⟧" },
  ]
  set_sensitive = [{ name = "q", value = "⟦jehineweheqi⟧" }]
  set_sensitive_wo = [{ name = "q", value = "⟦biregidimuza⟧" }]
}
