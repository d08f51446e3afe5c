#!/usr/bin/env bash
# How long a check of one changed key takes in a repository of many Java files, against the same without Java.
#
#   src/bench/readers.sh [FILES] [RUNS]
#
# FILES (default 5000) generated classes, 1 in 50 with a reading of another key, three that read the changed one, and its
# client without a timeout. Empty HOME, the flags of the launcher, RUNS (default 5) times each, in turn. Prints a row of
# the table in README.md: the medians and their ratio. At most 2.5 s are asked for; ends 1 where it is more.
set -euo pipefail
# shellcheck source-path=SCRIPTDIR
. "$(dirname "${BASH_SOURCE[0]}")/measure.sh"
files=${1:-5000}
runs=${2:-5}
most=2.5
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
  settings auth.example.com
  [ $kind = plain ] || code
  commit 'Add configuration'
  settings auth.example.org
  commit 'Move the auth server'
  git gc -q
done

jvm
check=("${words[@]}" check HEAD~1..HEAD)
cd "$work/java"
run "$work/warm" "${check[@]}"
grep -q 'AuthClient.java:4, timeout missing' "$work/out" || { cat "$work/out" >&2; exit 2; }
for ((i = 0; i < runs; i++)); do
  for kind in plain java; do
    cd "$work/$kind"
    run "$work/$kind.times" "${check[@]}"
  done
done

p=$(median "$work/plain.times" 1)
j=$(median "$work/java.times" 1)
printf '| %s | %s | %s s | %s s | %s |\n' "$(machine)" "$files" "$p" "$j" \
  "$(awk -v p="$p" -v j="$j" 'BEGIN {printf "%.2f", j / p}')"
awk -v j="$j" -v most=$most 'BEGIN {exit j > most}'
