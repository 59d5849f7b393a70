#!/usr/bin/env bash
# Speed of the cluster floor beside SimGrid and CloudSim Plus, in turn, on an idle machine: [ROUNDS=5] bench/cluster/run.sh [PATTERN]
# Needs g++, libsimgrid-dev (3.32 in Debian 12) and GNU time; builds into bench/cluster/target. For CloudSim Plus run once before:
#   ./mvnw -q -Pbench -pl bench/cluster -am -DskipTests compile dependency:build-classpath -Dmdep.outputFile=target/cp
# Every round starts each program once: the peer, ours alone (NetworkBench), and ./c2c on the same files. Printed are the least, the
# median and the most of wall seconds and peak memory of the whole process and of the simulation alone; then ours warm, in one JVM.
# The simulated end must be the peer's.
set -euo pipefail
here=$(cd "$(dirname "$0")" && pwd -P)
root=$(cd "$here/../.." && pwd -P)
out=$here/target/side-by-side
pattern=${1:-.}
rounds=${ROUNDS:-5}
mkdir -p "$out"
for peer in masterworker flows; do
  [ "$out/$peer" -nt "$here/simgrid/$peer.cpp" ] || g++ -O2 -std=c++17 "$here/simgrid/$peer.cpp" -o "$out/$peer" -lsimgrid
done
"$root/c2c" --version >/dev/null
classes=$root/sim-cluster/target/classes
peers=''
[ ! -f "$here/target/cp" ] || peers=$(cat "$here/target/cp")
sources=("$here"/src/main/java/clock2cloud/bench/cluster/{Scenarios,NetworkBench,PeerFiles}.java)
[ -z "$peers" ] || sources+=("$here"/src/main/java/clock2cloud/bench/cluster/CloudSimPlusQueues.java)
watched=("${sources[@]}" "$classes")
[ -z "$peers" ] || watched+=("$here/target/cp")
if [ ! -f "$out/master1000.xml" ] || [ -n "$(find "${watched[@]}" -newer "$out/master1000.xml" -print -quit)" ]; then
  javac -nowarn -d "$out/classes" -cp "$classes:$peers" "${sources[@]}"
  java -cp "$out/classes:$classes" clock2cloud.bench.cluster.PeerFiles "$out"
fi
ours=(java -Xmx500m -XX:+UseParallelGC -cp "$out/classes:$classes")
export QUIET=1
raw=(--log=root.thres:critical --cfg=network/model:CM02 --cfg=network/TCP-gamma:0 --cfg=network/crosstraffic:0)
large=(--cfg=contexts/guard-size:0 --cfg=contexts/stack-size:16)

# timed WHO COMMAND...: appends "WHO, process SECONDS KB" and, if it says so, "WHO, simulation SECONDS"
timed() {
  local who=$1
  shift
  /usr/bin/time -f "process %e %M" "$@" 2>"$out/stderr" >"$out/stdout" || { cat "$out/stderr" >&2; return 1; }
  awk -v who="$who" '/^process /{print who ", process|" $2 "|" $3} /simulation/{sub(/.*simulation[^0-9]*/, ""); print who ", simulation|" $1}' \
    "$out/stdout" "$out/stderr" >>"$out/rows"
  grep -ho 'ends at [0-9.]*' "$out/stderr" "$out/stdout" | head -n 1 | sed "s|^|$who, |" >>"$out/ends" || true
}

# side NAME OUR-CASE "C2C-ARGUMENTS" PEER-COMMAND...
side() {
  local name=$1 case=$2 command=$3
  shift 3
  grep -qE "$pattern" <<<"$name" || return 0
  echo "== $name"
  : >"$out/rows"
  : >"$out/ends"
  for ((round = 0; round < rounds; round++)); do
    [ $# -eq 0 ] || timed peer "$@"
    timed ours "${ours[@]}" clock2cloud.bench.cluster.NetworkBench once "$case"
    # shellcheck disable=SC2086
    [ -z "$command" ] || timed ./c2c "$root/c2c" cluster $command
  done
  sort -t'|' -s -k1,1 -k2,2n "$out/rows" | awk -F'|' '
    function flush() { if (n) printf "  %-18s least %8.4f  median %8.4f  most %8.4f s%s\n", who, s[1], s[int((n + 1) / 2)], s[n], kb ? sprintf("   %d MB", kb / 1024) : "" }
    $1 != who { flush(); who = $1; n = 0; kb = 0 }
    { s[++n] = $2; if ($3 > kb) kb = $3 }
    END { flush() }'
  sort -u "$out/ends" | sed 's/^/  /'
  "${ours[@]}" clock2cloud.bench.cluster.NetworkBench "$case" | sed -E 's/^[^ ]+ +/  ours, warm         /'
}

quiet=--log=root.thres:critical
for size in "1,000 1000" "10,000 10000" "100,000 100000" "1,000,000 1000000"; do
  set -- $size
  side "master/worker 1,000 workers, $1 tasks" "master-worker-1000-$2" \
    "run --platform $out/master1000.xml --workload $out/tasks$2.json --format json" "$out/masterworker" 1000 "$2" $quiet
done
side "100,000 hosts, 200,000 tasks" master-worker-100000-200000 \
  "run --platform $out/master100000.xml --workload $out/tasks200000.json --format json" "$out/masterworker" 100000 200000 $quiet "${large[@]}"
for size in "10 10" "100 100" "1,000 1000" "10,000 10000"; do
  set -- $size
  side "1,000 hosts, $1 flows at once" "flows-1000-hosts-$2" \
    "flows --platform $out/star1000.xml --flows $out/flows$2.csv --format csv" "$out/flows" "$out/star1000.xml" "$out/flows$2.csv" "${raw[@]}"
done
side "1,000 hosts, 100,000 flows over 600 s" flows-1000-hosts-100k-over-600s \
  "flows --platform $out/star1000.xml --flows $out/flows100kover600.csv --format csv" \
  "$out/flows" "$out/star1000.xml" "$out/flows100kover600.csv" "${raw[@]}" "${large[@]}"
side "empty kernel, 10 million events, 1,000 waiting" events-1000-waiting-10M ''
[ -z "$peers" ] || side "CloudSim Plus: 1,000 hosts, 10,000 tasks without messages" queues-1000-10000 '' \
  java -cp "$out/classes:$peers" clock2cloud.bench.cluster.CloudSimPlusQueues 1000 10000
