#!/usr/bin/env bash
# How fast each format is read, beside the bare library that reads the same bytes.
#
#   src/bench/parse.sh [FILE]...
#
# Prints rows of the table in README.md, for these files of Inputs.java or for all.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/../.."
mvn -B -q -Pbench test-compile exec:exec -Dbench.main=io.github.confgate.bench.ParseBench -Dbench.args="$*"
