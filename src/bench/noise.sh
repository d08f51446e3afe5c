#!/usr/bin/env bash
# How often the rules speak up on real histories.
#
#   src/bench/noise.sh [-a] [REPOSITORY|BUNDLE...]
#
# Audits each history (without one, the bundles of ../shared/corpora) by the built-in policy, with what promotion says left
# out, and prints the findings at `high` and above per 100 commits that changed configuration, by rule, with the
# first three places of each; with -a all places. At most 3 per 100 are asked for; ends 1 where a history has more. Where
# several rules find the same change, it counts once for each of them that can be `high`. CONFGATE is the command to
# run, else the launcher. Needs bash 5, git, awk and jq.
set -euo pipefail

root=$(cd "$(dirname "${BASH_SOURCE[0]}")/../.." && pwd)
confgate=${CONFGATE:-$root/confgate}
places=3
if [ "${1:-}" = -a ]; then
  places=1000000
  shift
fi
[ "$#" -gt 0 ] || set -- "$root"/../shared/corpora/*.bundle

work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
failed=0

# "id area severity" of every rule.
(cd "$root" && $confgate rules list) | awk '
  /^[a-z]/ {area = $1}
  /^  / {print $1, area, $2}' >"$work/rules"
{
  printf 'version: 1\nrules:\n  disable:\n'
  awk '$2 == "promotion" {print "    - " $1}' "$work/rules"
} >"$work/policy.yml"
loud=$(awk '$3 == "high" || $3 == "critical" {print $1}' "$work/rules" | jq -R . | jq -sc .)

for history; do
  name=$(basename "$history" .bundle)
  case $history in
    *.bundle)
      git clone -q --bare "$history" "$work/$name"
      repository=$work/$name
      ;;
    *) repository=$(cd "$history" && pwd) ;;
  esac
  (cd "$root" && $confgate audit --repo "$repository" --policy "$work/policy.yml" -f jsonl) >"$work/audit"
  commits=$(jq -r 'select(.type == "summary") | .commits' "$work/audit")
  # A line each: rule, place, what happened. As JSON texts, whose escapes keep a terminal from obeying them.
  jq -r --argjson loud "$loud" '
    select(.type == "change" and (.severity == "high" or .severity == "critical"))
    | . as $change
    | (.rules - (.rules - $loud))[]
    | [., $change.commit[0:7] + " " + ($change.path + ":" + ($change.line | tostring) | tojson),
        ($change.key | tojson) + ": " + ($change.old | tojson)[0:60] + " -> " + ($change.new | tojson)[0:60]]
    | join("\t")' "$work/audit" >"$work/found"
  sort "$work/found" | cut -f 1 | uniq -c | sort -k 1,1nr -k 2 >"$work/counts"
  all=$(wc -l <"$work/found")
  per_100() { awk -v n="$1" -v commits="$commits" 'BEGIN {printf "%.2f per 100", 100 * n / commits}'; }
  printf '%s: %d findings in %d commits, %s\n' "$name" "$all" "$commits" "$(per_100 "$all")"
  while read -r count rule; do
    printf '  %-40s %4d  %s\n' "$rule" "$count" "$(per_100 "$count")"
    awk -F '\t' -v rule="$rule" -v places="$places" '
      $1 == rule && n++ < places {print "    " $2 "\n      " $3}' "$work/found"
  done <"$work/counts"
  [ $((100 * all)) -le $((3 * commits)) ] || failed=1
done
exit "$failed"
