#!/usr/bin/env bash
# What the whole rule set adds to the diff of a change of 1,000 keys.
#
#   src/bench/rules.sh
#
# Prints a row of the table in README.md: the CPU times of finding the changes and of judging them, and their ratio, of the
# first run in a fresh JVM and of later ones. Ends 1 where judging takes more than 30 % of finding.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/../.."
mvn -B -q -Pbench test-compile exec:exec -Dbench.main=io.github.confgate.bench.RulesBench
