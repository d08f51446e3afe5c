#!/usr/bin/env bash
# How long a check takes on a history of 100,000 commits, and how much memory.
#
#   src/bench/check-large.sh [RUNS] [COMMITS]
#
# Prints rows of the table in README.md, each the medians of RUNS (default 5) and the largest peak of memory. At most 3 s
# and 512 MiB are asked for; ends 1 where one is more. The rows: a value that staging never had, for which all of history
# is read; a value that staging has had, as most changes are; and both again after `git gc`, which packs objects the other
# way round and refs into one file.
set -euo pipefail
# shellcheck source-path=SCRIPTDIR
. "$(dirname "${BASH_SOURCE[0]}")/measure.sh"
runs=${1:-5}
commits=${2:-100000}
sample_memory=yes
failed=0

repository=$work/repository
"$root/src/bench/history.sh" "$repository" "$commits"
cd "$repository"
# The newest promotion, whose parent has the value in staging already.
promoted=$(git rev-list -n 1 --grep='^Promote key-' HEAD)
jvm

row() { # NAME RANGE EXIT
  local name=$1 range=$2 file
  wanted=$3
  file=$work/row-${name//[^a-z]/-}
  run "$work/warm" "${words[@]}" check "$range"
  for ((i = 0; i < runs; i++)); do
    run "$file" "${words[@]}" check "$range"
  done
  local wall peak
  wall=$(median "$file" 1)
  peak=$(largest "$file" 3)
  printf '| %s | %s, %s commits | %s s | %s s | %s MiB |\n' \
    "$(machine)" "$name" "$commits" "$wall" "$(median "$file" 2)" "$peak"
  awk -v wall="$wall" -v peak="$peak" 'BEGIN {exit wall > 3 || peak > 512}' || failed=1
}

row 'skipped' HEAD~1..HEAD 1
row 'promoted' "$promoted~1..$promoted" 0
git gc -q
row 'skipped, after git gc' HEAD~1..HEAD 1
row 'promoted, after git gc' "$promoted~1..$promoted" 0
exit "$failed"
