#!/usr/bin/env bash
# How the time of each parser, of the differ and of what looks at values grows with the size of hostile input.
#
#   src/bench/growth.sh [WORD]...
#
# Prints rows of the table in README.md, for the cases whose names hold one of the words, or for all. Ends 1 where a case
# grows by more than one and a half of what n log n would make of it, from n to 4n and from 4n to 16n.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/../.."
mvn -B -q -Pbench test-compile exec:exec -Dbench.main=io.github.confgate.bench.Growth -Dbench.args="$*"
