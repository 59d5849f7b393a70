#!/usr/bin/env bash
# Ours beside ngspice on the same decks, one after the other on an otherwise idle machine: bench/signal/spice/run.sh [DECK...]
# Whole process: seconds of ./c2c signal spice and of ngspice -b. Solver alone: ours only, in one warm process (SolverBench).
# NGSPICE_MOST_S (60) ends an ngspice run that takes longer. Needs ngspice in PATH.
set -euo pipefail
root=$(cd "$(dirname "$0")/../../.." && pwd -P)
folder=${TMPDIR:-/tmp}/clock2cloud-spice-bench
[ -f "$folder/prbs7_rc_10kbit.cir" ] || "$root/bench/signal/spice/decks.sh" "$folder"
decks=("$@")
[ ${#decks[@]} -gt 0 ] || decks=(rc_ladder_10k rc_ladder_100k rlc_ladder_1000 rc_mesh_40x40 rc_mesh_100x100 ring51_1us prbs7_rc_10kbit rc_ladder_1m)
"$root/c2c" --version >/dev/null 2>&1 || true
seconds() { local from; from=$(date +%s%N); "$@" >/dev/null 2>&1 || printf '(ended) ' >&2; awk -v a="$from" -v b="$(date +%s%N)" 'BEGIN { printf "%.2f", (b - a) / 1e9 }'; }
for deck in "${decks[@]}"; do
  file=$folder/$deck.cir
  ours=$(seconds "$root/c2c" signal spice "$file" --format csv --quiet)
  java -cp "$root/sim-signal/target/classes" "$root/bench/signal/spice/SolverBench.java" "$file" | awk '/solve/ { sub(/.*solve /, ""); print "  ours, solver: " $0 }'
  printf '%s\n  ours, process: %s s\n' "$deck" "$ours"
  peer=$(seconds timeout "${NGSPICE_MOST_S:-60}" ngspice -b "$file" -r "$folder/$deck.raw")
  printf '  ngspice, process: %s s\n' "$peer"
done
