resource "a" "b" {
  host = "{{ host }}"
  size = 4
}
