#!/usr/bin/env bash
# Makes a repository with a long history of large values files, the same bytes on every machine.
#
#   src/bench/history-values.sh TARGET [COMMITS]
#
# TARGET must not exist. COMMITS (default 100000, at least 100) counts commits of main, all in one line. Each changes one
# key of one file of about 100 KiB, and three of ten one key of a second file: first in staging, some commits later the
# same value in production. One of fifty promotions takes a value along that staging never had.
set -euo pipefail

target=${1:?usage: history-values.sh TARGET [COMMITS]}
commits=${2:-100000}
if [ -e "$target" ]; then
  echo "history-values.sh: $target is there already" >&2
  exit 2
fi
if [ "$commits" -lt 100 ]; then
  echo "history-values.sh: at least 100 commits" >&2
  exit 2
fi

git -c init.defaultBranch=main init -q "$target"

LC_ALL=C awk -v commits="$commits" '
  # Park and Miller: stays below 2^53, so that every awk counts alike.
  function random(below) {
    seed = (seed * 16807) % 2147483647
    return seed % below
  }
  function path(service, environment) {
    return sprintf("deploy/service-%02d/values-%s.yaml", service, environment)
  }
  # A section of a file: a workload with its image, and settings in groups of eight.
  function section(service, environment, number,    text, key) {
    text = "workload-" number ":\n  image:\n    repository: registry.example.com/team/workload-" number "\n"
    text = text "    tag: \"" tag[service, environment, number] "\"\n  settings:\n"
    for (key = 0; key < keys; key++) {
      if (key % 8 == 0) text = text "    group-" (key / 8) ":\n"
      text = text "      setting-number-" key ": value-" value[service, environment, number * keys + key] "\n"
    }
    return text
  }
  # A version of a file: numbered, newest first, so that each but every fiftieth is packed as what differs from the one
  # after it, which is what `git gc` makes of a long history.
  function blob(service, environment, number,    part, size) {
    size = 0
    for (part = 0; part < sections; part++) size += length(text[service, environment, part])
    printf "blob\nmark :%d\ndata %d\n", number, size
    for (part = 0; part < sections; part++) printf "%s", text[service, environment, part]
    printf "\n"
  }
  function set(service, environment, key, to,    part) {
    value[service, environment, key] = to
    part = int(key / keys)
    text[service, environment, part] = section(service, environment, part)
  }
  # Remembers a change of the commit that is made: which key of which file goes from what to what.
  function change(service, environment, key, to,    file) {
    file = service SUBSEP environment
    versions[file]++
    undo_key[file, versions[file]] = key
    undo_value[file, versions[file]] = value[service, environment, key]
    value[service, environment, key] = to
    changed[commit] = changed[commit] " " service " " environment " " (++marks)
    mark_of[file, versions[file]] = marks
  }
  # Changes a key of staging, or takes one that waits there on to production; gives the service.
  function step(not_service,    service, key) {
    if (waiting > 12 || (waiting > 0 && random(2))) {
      service = wait_service[first]; key = wait_key[first]
      if (service == not_service) return -1
      first++; waiting--
      change(service, "production", key, random(50) ? value[service, "staging", key] : random(100000))
    } else {
      service = random(services); key = random(sections * keys)
      if (service == not_service) return -1
      wait_service[last] = service; wait_key[last] = key; last++; waiting++
      change(service, "staging", key, random(100000))
    }
    return service
  }
  BEGIN {
    seed = 20260105; services = 20; sections = 40; keys = 64; clock = 1500000000
    first = 0; last = 0; waiting = 0; marks = 0
    split("staging production", environments, " ")
    commit = 1
    for (s = 0; s < services; s++)
      for (e = 1; e <= 2; e++) {
        file = s SUBSEP environments[e]
        for (n = 0; n < sections; n++) {
          tag[s, environments[e], n] = "1." n ".0"
          for (k = n * keys; k < (n + 1) * keys; k++) value[s, environments[e], k] = k
        }
        versions[file] = 1
        changed[commit] = changed[commit] " " s " " environments[e] " " (++marks)
        mark_of[file, 1] = marks
      }
    for (commit = 2; commit <= commits; commit++) {
      s = step(-1)
      if (random(10) < 3) step(s)
    }

    for (s = 0; s < services; s++)
      for (e = 1; e <= 2; e++) {
        file = s SUBSEP environments[e]
        for (n = 0; n < sections; n++) text[s, environments[e], n] = section(s, environments[e], n)
        for (v = versions[file]; v >= 1; v--) {
          blob(s, environments[e], mark_of[file, v])
          if (v > 1) set(s, environments[e], undo_key[file, v], undo_value[file, v])
        }
      }
    for (commit = 1; commit <= commits; commit++) {
      clock += 300
      printf "commit refs/heads/main\nmark :%d\n", ++marks
      printf "author Ada Example <ada@example.com> %d +0000\n", clock
      printf "committer Ada Example <ada@example.com> %d +0000\n", clock
      message = "Change " commit
      printf "data %d\n%s\n", length(message), message
      if (commit > 1) printf "from :%d\n", marks - 1
      size = split(changed[commit], word, " ")
      for (i = 1; i <= size; i += 3) printf "M 100644 :%d %s\n", word[i + 2], path(word[i], word[i + 1])
    }
    print "done"
  }
' | git -C "$target" fast-import --quiet --done --force

git -C "$target" symbolic-ref HEAD refs/heads/main
git -C "$target" reset -q --hard
