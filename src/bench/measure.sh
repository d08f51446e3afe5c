# Sourced by the check-*.sh: what they share. Needs bash 5, git, awk, and Linux for the peak of memory.
# shellcheck shell=bash

root=$(cd "$(dirname "${BASH_SOURCE[0]}")/../.." && pwd)
jar=$root/target/confgate.jar
LC_ALL=C.UTF-8
export LC_ALL

"$root/confgate" --version >/dev/null # builds the jar where that is needed

work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
mkdir "$work/home"

# jvm [COMMAND]: the command line of the JVM that the launcher starts for a command: each word on a line of the file, without
# the arguments.
jvm() {
  printf '#!/bin/sh\nprintf "%%s\\n" "$0" "$@" >"%s"\n' "$work/words" >"$work/spy"
  chmod +x "$work/spy"
  CONFGATE_JAVA=$work/spy "$root/confgate" "$@" >/dev/null
  local home=${JAVA_HOME:+$JAVA_HOME/bin/}
  mapfile -t words <"$work/words"
  words[0]=${CONFGATE_JAVA:-${home}java}
  [ "$#" -eq 0 ] || unset "words[-1]"
}

# The exit code that a command has to end with for its figures to count.
wanted=0

# run FILE COMMAND...: appends "wall cpu peak" (seconds, seconds, MiB) to FILE; the output goes to $work/out.
run() {
  local file=$1
  shift
  local start end peak=0 now pid times
  times=$work/times
  start=$EPOCHREALTIME
  # The times of the subshell are those of the one command that it waits for.
  (
    env HOME="$work/home" "$@" >"$work/out" 2>&1 &
    echo $! >"$work/pid"
    code=0
    wait $! || code=$?
    echo "$code" >"$work/exit"
    times >"$times"
  ) &
  if [ -n "${sample_memory:-}" ]; then
    while [ ! -s "$work/pid" ]; do sleep 0.01; done
    pid=$(<"$work/pid")
    # The kernel keeps the highest; the last reading before the end is at most a few hundredths of a second old.
    while now=$(awk '/^VmHWM:/ {print $2}' "/proc/$pid/status" 2>/dev/null) && [ -n "$now" ]; do
      peak=$now
      sleep 0.02
    done
  fi
  wait
  end=$EPOCHREALTIME
  : >"$work/pid"
  if [ "$(<"$work/exit")" != "$wanted" ]; then
    printf '%s: ended %s, not %s: %s\n' "$0" "$(<"$work/exit")" "$wanted" "$*" >&2
    cat "$work/out" >&2
    exit 2
  fi
  awk -v start="$start" -v end="$end" -v peak="$peak" '
    function seconds(text,   parts) { sub("s", "", text); split(text, parts, "m"); return parts[1] * 60 + parts[2] }
    NR == 2 { printf "%.3f %.3f %d\n", end - start, seconds($1) + seconds($2), peak / 1024 }
  ' "$times" >>"$file"
}

# median FILE COLUMN
median() {
  awk -v column="$2" '{print $column}' "$1" | sort -n | awk '{a[NR] = $1} END {print NR % 2 ? a[(NR + 1) / 2] : (a[NR / 2] + a[NR / 2 + 1]) / 2}'
}

# largest FILE COLUMN
largest() {
  awk -v column="$2" '{print $column}' "$1" | sort -n | tail -n 1
}

# Date, processors, JDK and what else the machine did, as cells of a table.
machine() {
  local cpu
  cpu=$(sed -n 's/^model name[^:]*: //p' /proc/cpuinfo | head -n 1)
  printf '%s | %s x %s | %s | %s' "$(date -u +%F)" "$(nproc)" "${cpu:-$(uname -m)}" \
    "$("${words[0]}" -version 2>&1 | sed -n 's/.*version "\([^"]*\)".*/\1/p')" "$(cut -d ' ' -f 1 /proc/loadavg)"
}
