#!/usr/bin/env bash
# Speed of the spot floor by JMH, on an idle machine, from the project's root:
#   ./mvnw -q -Pbench -pl bench/spot -am -DskipTests package dependency:build-classpath -Dmdep.outputFile=target/cp
#   bench/spot/run.sh [threads] [JMH options]
set -euo pipefail
root=$(cd "$(dirname "$0")/../.." && pwd -P)
threads=${1:-1}
[ $# -gt 0 ] && shift
exec java -cp "$root/bench/spot/target/classes:$(cat "$root/bench/spot/target/cp")" org.openjdk.jmh.Main -t "$threads" -prof gc "$@"
