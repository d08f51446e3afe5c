#!/usr/bin/env bash
# How long an audit of 100,000 commits takes, beside `git log -p` of the same history, and of twice as many.
#
#   src/bench/audit-large.sh [RUNS] [COMMITS] [FOLDER]
#
# Prints rows of the table in README.md, each the medians of RUNS (default 3), taken in turn, and the largest peak of
# memory. At most 2.0 times the time of git, 1 GiB, and 2.1 times the time for twice the history are asked for; ends 1
# where one is more. FOLDER keeps the histories (history-values.sh) for another time.
set -euo pipefail
# shellcheck source-path=SCRIPTDIR
. "$(dirname "${BASH_SOURCE[0]}")/measure.sh"
runs=${1:-3}
commits=${2:-100000}
folder=${3:-$work}
failed=0

for size in "$commits" "$((2 * commits))"; do
  [ -d "$folder/values-$size" ] || "$root/src/bench/history-values.sh" "$folder/values-$size" "$size"
done
jvm audit

for ((i = 0; i < runs; i++)); do
  for size in "$commits" "$((2 * commits))"; do
    cd "$folder/values-$size"
    sample_memory='' run "$work/git-$size" git log --first-parent -m -p
    sample_memory=yes run "$work/audit-$size" "${words[@]}" audit -f jsonl
  done
done

for size in "$commits" "$((2 * commits))"; do
  git=$(median "$work/git-$size" 1)
  audit=$(median "$work/audit-$size" 1)
  peak=$(largest "$work/audit-$size" 3)
  changed=$(git -C "$folder/values-$size" log --first-parent -m --name-only --format= | wc -l)
  ratio=$(awk -v a="$audit" -v b="$git" 'BEGIN {printf "%.2f", a / b}')
  printf '| %s | %s commits, %s changed files | %s s | %s s | %s | %s s | %s MiB |\n' \
    "$(machine)" "$size" "$changed" "$git" "$audit" "$ratio" "$(median "$work/audit-$size" 2)" "$peak"
  awk -v ratio="$ratio" -v peak="$peak" 'BEGIN {exit ratio > 2.0 || peak > 1024}' || failed=1
done
growth=$(awk -v a="$(median "$work/audit-$((2 * commits))" 1)" -v b="$(median "$work/audit-$commits" 1)" \
  'BEGIN {printf "%.2f", a / b}')
printf 'twice the history takes %s times as long\n' "$growth"
awk -v growth="$growth" 'BEGIN {exit growth > 2.1}' || failed=1
exit "$failed"
