#!/usr/bin/env bash
# Makes a repository with a long history, the same bytes on every machine.
#
#   src/bench/history.sh TARGET [COMMITS]
#
# TARGET must not exist. COMMITS (default 100000, at least 100) counts first-parent commits of main. Each commit changes
# one key of one file: first in an environment file of staging, some commits later the same value in production. Now
# and then a topic branch is merged. The last commit gives auth.server.url in config/production.yml a value that
# config/staging.yml never had: to say "never", a tool has to read all of history.
set -euo pipefail

target=${1:?usage: history.sh TARGET [COMMITS]}
commits=${2:-100000}
if [ -e "$target" ]; then
  echo "history.sh: $target is there already" >&2
  exit 2
fi
if [ "$commits" -lt 100 ]; then
  echo "history.sh: at least 100 commits" >&2
  exit 2
fi

git -c init.defaultBranch=main init -q "$target"

LC_ALL=C awk -v commits="$commits" '
  # Park and Miller: stays below 2^53, so that every awk counts alike.
  function random(below) {
    seed = (seed * 16807) % 2147483647
    return seed % below
  }
  function data(text) {
    printf "data %d\n%s\n", length(text), text
  }
  function path(service, environment) {
    return service == 0 ? "config/" environment ".yml" : "services/" name(service) "/" environment ".yml"
  }
  function name(service) {
    return sprintf("service-%02d", service)
  }
  function render(service, environment,    text, key) {
    text = "# " name(service) " in " environment "\n"
    text = text "auth:\n  server:\n    url: https://" host[service, environment] "\n"
    text = text "settings:\n"
    for (key = 0; key < keys; key++)
      text = text "  key-" key ": " value[service, environment, key] "\n"
    return text
  }
  function open_commit(ref, message, parent, merged) {
    clock += 300
    printf "commit %s\nmark :%d\n", ref, ++mark
    printf "author Ada Example <ada@example.com> %d +0000\n", clock
    printf "committer Ada Example <ada@example.com> %d +0000\n", clock
    data(message)
    if (parent) printf "from :%d\n", parent
    if (merged) printf "merge :%d\n", merged
    return mark
  }
  function put(service, environment) {
    printf "M 100644 inline %s\n", path(service, environment)
    data(render(service, environment))
  }
  # Changes a key of staging, or takes one that waits there on to production.
  function step(ref, parent,    service, key, commit) {
    if (waiting > 12 || (waiting > 0 && random(2))) {
      service = wait_service[first]; key = wait_key[first]; first++; waiting--
      value[service, "production", key] = value[service, "staging", key]
      commit = open_commit(ref, "Promote key-" key " of " name(service), parent, 0)
      put(service, "production")
    } else {
      service = random(services); key = random(keys)
      value[service, "staging", key] = random(100000)
      wait_service[last] = service; wait_key[last] = key; last++; waiting++
      commit = open_commit(ref, "Try key-" key " of " name(service), parent, 0)
      put(service, "staging")
    }
    return commit
  }
  BEGIN {
    seed = 20260105; services = 40; keys = 20; clock = 1500000000; mark = 0
    first = 0; last = 0; waiting = 0
    split("staging production", environments, " ")
    for (s = 0; s < services; s++)
      for (e = 1; e <= 2; e++) {
        host[s, environments[e]] = "auth." environments[e] ".example.com/" name(s)
        for (k = 0; k < keys; k++) value[s, environments[e], k] = k
      }

    tip = open_commit("refs/heads/main", "Add configuration", 0, 0)
    for (s = 0; s < services; s++)
      for (e = 1; e <= 2; e++) put(s, environments[e])
    printf "M 100644 inline README.md\n"
    data("A history for measuring.\n")

    for (n = 2; n < commits; n++) {
      if (n % 400 == 0) {
        base = tip
        side = step("refs/heads/topic", base)
        service = wait_service[last - 1]
        tip = open_commit("refs/heads/main", "Merge topic", base, side)
        # fast-import takes the tree of the first parent: what the topic changed is put in again.
        for (s = 0; s < services; s++)
          for (e = 1; e <= 2; e++) put(s, environments[e])
      } else {
        tip = step("refs/heads/main", tip)
      }
    }

    host[0, "production"] = "auth-new.example.com/service-00"
    open_commit("refs/heads/main", "Move production to the new auth server", tip, 0)
    put(0, "production")
    printf "reset refs/heads/topic\nfrom 0000000000000000000000000000000000000000\n"
    print "done"
  }
' | git -C "$target" fast-import --quiet --done --force

git -C "$target" symbolic-ref HEAD refs/heads/main
git -C "$target" reset -q --hard
