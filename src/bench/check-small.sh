#!/usr/bin/env bash
# How long a check of a ten-file change in a small repository takes, against the least that a JVM with JGit can do.
#
#   src/bench/check-small.sh [RUNS]
#
# Both with the flags of the launcher and an empty HOME, in turn, RUNS (default 15) times each. Prints a row of the table
# in README.md: the medians and their ratio, which must be at most 3. Ends 1 where it is more.
set -euo pipefail
# shellcheck source-path=SCRIPTDIR
. "$(dirname "${BASH_SOURCE[0]}")/measure.sh"
runs=${1:-15}
most=3

repository=$work/repository
git -c init.defaultBranch=main init -q "$repository"
cd "$repository"
settings() { # TIMEOUT
  local service environment
  for service in a b c d e; do
    for environment in staging production; do
      mkdir -p "services/$service"
      printf 'server:\n  url: https://%s.%s.example.com\n  port: 8443\nclient:\n  timeout: %s\n  retries: 3\n' \
        "$service" "$environment" "$1" >"services/$service/$environment.yml"
    done
  done
}
commit() {
  git add -A
  git -c user.name='Ada Example' -c user.email=ada@example.com commit -q -m "$1"
}
settings 30
commit 'Add configuration'
settings 60
commit 'Wait longer'

jvm
main=io.github.confgate.cli.Main
flags=()
for word in "${words[@]:1}"; do
  [ "$word" = -cp ] && break
  flags+=("$word")
done
mkdir "$work/classes"
"${words[0]%java}javac" -cp "$jar" -d "$work/classes" "$root/src/bench/java/io/github/confgate/bench/BareJvm.java"
bare=("${words[0]}" "${flags[@]}" -cp "$jar:$work/classes" io.github.confgate.bench.BareJvm "$repository" HEAD~1 HEAD)
check=("${words[0]}" "${flags[@]}" -cp "$jar" "$main" check HEAD~1..HEAD)

run "$work/warm" "${bare[@]}"
run "$work/warm" "${check[@]}"
grep -q 'in 10 changes\|of 10 changes' "$work/out" || { cat "$work/out" >&2; exit 2; }
for ((i = 0; i < runs; i++)); do
  run "$work/bare" "${bare[@]}"
  run "$work/check" "${check[@]}"
done

b=$(median "$work/bare" 1)
c=$(median "$work/check" 1)
ratio=$(awk -v b="$b" -v c="$c" 'BEGIN {printf "%.2f", c / b}')
cpu=$(awk -v b="$(median "$work/bare" 2)" -v c="$(median "$work/check" 2)" 'BEGIN {printf "%.2f", c / b}')
printf '| %s | %s s | %s s | %s | %s |\n' "$(machine)" "$b" "$c" "$ratio" "$cpu"
awk -v ratio="$ratio" -v most="$most" 'BEGIN {exit ratio > most}'
