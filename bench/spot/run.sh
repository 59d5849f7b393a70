#!/usr/bin/env bash
# Speed of the spot floor, on an idle machine: bench/spot/run.sh (after ./mvnw -pl sim-spot package).
set -euo pipefail
root=$(cd "$(dirname "$0")/../.." && pwd -P)
maths=$(find "${HOME}/.m2/repository/org/apache/commons/commons-math3" -name 'commons-math3-3.6.1.jar' | head -n 1)
exec java -cp "$root/sim-spot/target/classes:$maths" "$root/bench/spot/SpotSpeed.java"
