#!/usr/bin/env bash
# Speed of the cluster floor beside SimGrid, in turn, on an idle machine: bench/cluster/run.sh [PATTERN]
# Needs g++, libsimgrid-dev (3.32 in Debian 12) and GNU time; builds into bench/cluster/target. Prints, for every scenario, wall seconds
# and peak memory of the whole process, seconds of the simulation alone, and the simulated end, which must be the same.
set -euo pipefail
here=$(cd "$(dirname "$0")" && pwd -P)
root=$(cd "$here/../.." && pwd -P)
out=$here/target/side-by-side
pattern=${1:-.}
mkdir -p "$out"
for peer in masterworker flows; do
  [ "$out/$peer" -nt "$here/simgrid/$peer.cpp" ] || g++ -O2 -std=c++17 "$here/simgrid/$peer.cpp" -o "$out/$peer" -lsimgrid
done
[ -d "$root/sim-cluster/target/classes" ] || "$root/mvnw" -q -f "$root/pom.xml" -pl sim-cluster -am -DskipTests package
classes=${C2C_CLASSES:-$root/sim-cluster/target/classes}
javac -nowarn -d "$out/classes" -cp "$classes" "$here"/src/main/java/clock2cloud/bench/cluster/{Scenarios,NetworkBench,PeerFiles}.java
ours=(java -Xmx500m -XX:+UseParallelGC -cp "$out/classes:$classes")
"${ours[@]}" clock2cloud.bench.cluster.PeerFiles "$out"
export QUIET=1
raw=(--log=root.thres:critical --cfg=network/model:CM02 --cfg=network/TCP-gamma:0 --cfg=network/crosstraffic:0)
large=(--cfg=contexts/guard-size:0 --cfg=contexts/stack-size:16)

# side NAME OUR-CASE PEER-COMMAND...
side() {
  local name=$1 case=$2
  shift 2
  grep -qE "$pattern" <<<"$name" || return 0
  echo "== $name"
  if [ $# -gt 0 ]; then
    /usr/bin/time -f "  SimGrid, whole process   %e s, %M kB" "$@" 2>&1 >/dev/null | grep -E 'whole process|simulation' || true
  fi
  /usr/bin/time -f "  ours, whole process      %e s, %M kB" "${ours[@]}" clock2cloud.bench.cluster.NetworkBench once "$case" 2>&1
  "${ours[@]}" clock2cloud.bench.cluster.NetworkBench "$case" | sed 's/^/  ours, simulation, warm   /'
}

side "master/worker 1,000 workers, 1,000 tasks" master-worker-1000-1k "$out/masterworker" 1000 1000 --log=root.thres:critical
side "master/worker 1,000 workers, 10,000 tasks" master-worker-1000-10k "$out/masterworker" 1000 10000 --log=root.thres:critical
side "master/worker 1,000 workers, 100,000 tasks" master-worker-1000-100k "$out/masterworker" 1000 100000 --log=root.thres:critical
side "master/worker 1,000 workers, 1,000,000 tasks" master-worker-1000-1M "$out/masterworker" 1000 1000000 --log=root.thres:critical
side "100,000 hosts, 200,000 tasks" master-worker-100000-200k "$out/masterworker" 100000 200000 --log=root.thres:critical "${large[@]}"
side "1,000 hosts, 10 flows at once" flows-1000-hosts-10 "$out/flows" "$out/star1000.xml" "$out/flows10.csv" "${raw[@]}"
side "1,000 hosts, 100 flows at once" flows-1000-hosts-100 "$out/flows" "$out/star1000.xml" "$out/flows100.csv" "${raw[@]}"
side "1,000 hosts, 1,000 flows at once" flows-1000-hosts-1000 "$out/flows" "$out/star1000.xml" "$out/flows1000.csv" "${raw[@]}"
side "1,000 hosts, 10,000 flows at once" flows-1000-hosts-10000 "$out/flows" "$out/star1000.xml" "$out/flows10000.csv" "${raw[@]}"
side "1,000 hosts, 100,000 flows over 600 s" flows-1000-hosts-100k-over-600s "$out/flows" "$out/star1000.xml" "$out/flows100kover600.csv" "${raw[@]}" "${large[@]}"
side "empty kernel, 10 million events, 1,000 waiting" events-1000-waiting-10M
