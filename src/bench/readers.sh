#!/usr/bin/env bash
# How long a check of one changed key takes in a repository of many Java files, against the same without Java: cold, with
# nothing known of them and all of it to be kept, and warm.
#
#   src/bench/readers.sh [FILES] [RUNS]
#
# FILES (default 5000) generated classes, 1 in 50 with a reading of another key, three that read the changed one, and its
# client without a timeout. Empty HOME, the flags of the launcher, RUNS (default 5) times each, in turn. Prints a row of
# the table in README.md: the medians, the ratio of CPU time, and the highest peak of memory. At most 2.5 s are asked for
# cold, 1.2 times the time without Java warm, and 512 MiB; ends 1 where it is more. CPU time is compared, as a machine
# that does much else makes every wall time longer.
set -euo pipefail
# shellcheck source-path=SCRIPTDIR
. "$(dirname "${BASH_SOURCE[0]}")/measure.sh"
files=${1:-5000}
runs=${2:-5}
most=2.5
ratio=1.2
memory=512
sample_memory=yes
wanted=1 # the address of an auth server is a finding

commit() {
  git add -A
  git -c user.name='Ada Example' -c user.email=ada@example.com commit -q -m "$1"
}
settings() { # HOST
  mkdir -p config/production
  printf 'auth:\n  server:\n    url: https://%s\n    timeout: 5s\nother:\n  url: https://other.example.com\n' \
    "$1" >config/production/application.yml
}
code() {
  awk -v files="$files" 'BEGIN {
    for (i = 0; i < files; i++) {
      folder = sprintf("src/main/java/com/example/p%03d", i / 50)
      if (i % 50 == 0) system("mkdir -p " folder)
      file = sprintf("%s/Type%05d.java", folder, i)
      printf "package com.example.p%03d;\n\nimport java.util.List;\n\n", i / 50 >file
      printf "/** Holds what there is of number %d. */\npublic final class Type%05d {\n", i, i >file
      if (i % 50 == 7) printf "    @Value(\"${other.url}\")\n    private String url;\n\n" >file
      for (m = 0; m < 30; m++) {
        printf "    private String name%d = \"value of %d\";\n\n", m, m >file
        printf "    public String getName%d(List<String> given) {\n", m >file
        printf "        String text = name%d + given.size() + \"url\";\n        return text.isEmpty() ? null : text.trim();\n    }\n\n", m >file
      }
      printf "}\n" >file
      close(file)
    }
  }'
  for name in AuthClient AuthHealth AuthAdmin; do
    {
      printf 'package com.example;\n\nclass %s {\n    @Value("${auth.server.url}")\n    private String url;\n\n' "$name"
      printf '    Object ask() {\n        return HttpClient.newHttpClient().send(HttpRequest.newBuilder(URI.create(url)).build(), null);\n    }\n}\n'
    } >"src/main/java/com/example/$name.java"
  done
}
for kind in plain java; do
  mkdir "$work/$kind"
  cd "$work/$kind"
  git -c init.defaultBranch=main init -q .
  git config gc.auto 0 # one of its own begins while the one below is asked for
  settings auth.example.com
  [ $kind = plain ] || code
  commit 'Add configuration'
  settings auth.example.org
  commit 'Move the auth server'
  git gc -q
done

jvm
check=("${words[@]}" check HEAD~1..HEAD)
for ((i = 0; i < runs; i++)); do
  cd "$work/plain"
  run "$work/plain.times" "${check[@]}"
  cd "$work/java"
  rm -rf "$work/home/.cache"
  for state in cold warm; do
    run "$work/$state.times" env -u XDG_CACHE_HOME "${check[@]}"
    grep -q 'AuthClient.java:4, timeout missing' "$work/out" || { cat "$work/out" >&2; exit 2; }
  done
done

cells=()
for state in plain cold warm; do
  cells+=("$(median "$work/$state.times" 1)" "$(median "$work/$state.times" 2)")
done
peak=$(cat "$work/cold.times" "$work/warm.times" >"$work/both.times" && largest "$work/both.times" 3)
read -r cold warm < <(awk -v p="${cells[1]}" -v c="${cells[3]}" -v w="${cells[5]}" 'BEGIN {printf "%.2f %.2f\n", c / p, w / p}')
printf '| %s | %s | %s s, %s s | %s s, %s s | %s | %s s, %s s | %s | %s MiB |\n' "$(machine)" "$files" \
  "${cells[@]:0:4}" "$cold" "${cells[@]:4:2}" "$warm" "$peak"
awk -v cold="${cells[2]}" -v most=$most -v warm="$warm" -v ratio=$ratio -v peak="$peak" -v memory=$memory \
  'BEGIN {exit cold > most || warm > ratio || peak > memory}'
