#!/usr/bin/env bash
# The pool and task models beside CloudSim Plus. From the project's root, on a quiet machine:
#   ./mvnw -q -Pbench -pl bench/vm -am -DskipTests compile dependency:build-classpath -Dmdep.outputFile=target/cp
#   bench/vm/run.sh ours ["PART OF A NAME"] | bench/vm/run.sh peer
# Ours: first run in a fresh JVM, then min, median and max of five. The peer: two runs in one JVM, one of the large ones.
set -eu
root=$(cd "$(dirname "$0")/../.." && pwd)
cp="$root/bench/vm/target/classes:$(cat "$root/bench/vm/target/cp")"

if [ "$1" = ours ]; then
  java -cp "$cp" clock2cloud.bench.vm.OursBench "${2:-}"
  exit
fi

if [ "$1" = peer ]; then
  for discipline in space time; do
    java -cp "$cp" clock2cloud.bench.vm.CloudSimPlusBench 100 "$discipline" 2
  done
  java -cp "$cp" clock2cloud.bench.vm.CloudSimPlusBench 20000 place 2
  for discipline in space time; do
    java -cp "$cp" clock2cloud.bench.vm.CloudSimPlusBench 1000 "$discipline" 1
  done
  exit
fi

echo "run.sh: ours or peer, not $1" >&2
exit 2
