#!/usr/bin/env bash
# Ours beside ngspice on the same decks, in turn on an otherwise idle machine: bench/signal/spice/run.sh [DECK...]
# For each deck RUNS (3) rounds: the whole process of ./c2c signal spice and of ngspice -b, and the solver alone. Ours is
# the processor time of Transient.run in one warm process (SolverBench, after WARM (3) runs); ngspice's is what it prints for its
# analysis under .options acct. Then least, median and most of each, and of the ratios of one round.
# NGSPICE_MOST_S (60) ends an ngspice run that takes longer. Needs ngspice in PATH.
set -euo pipefail
root=$(cd "$(dirname "$0")/../../.." && pwd -P)
folder=${TMPDIR:-/tmp}/clock2cloud-spice-bench
[ -f "$folder/prbs7_rc_10kbit.cir" ] || "$root/bench/signal/spice/decks.sh" "$folder"
decks=("$@")
[ ${#decks[@]} -gt 0 ] || decks=(rc_ladder_10k rc_ladder_100k rlc_ladder_1000 rc_mesh_40x40 rc_mesh_100x100 ring51_1us prbs7_rc_10kbit rc_ladder_1m)
"$root/c2c" --version >/dev/null 2>&1 || true
seconds() { local from; from=$(date +%s%N); "$@" >/dev/null 2>&1 || printf '(ended) ' >&2; awk -v a="$from" -v b="$(date +%s%N)" 'BEGIN { printf "%.3f", (b - a) / 1e9 }'; }
spread() { sort -g | awk '{ v[NR] = $1 } END { m = int((NR + 1) / 2); printf "%.3g / %.3g / %.3g", v[1], NR % 2 ? v[m] : (v[m] + v[m + 1]) / 2, v[NR] }'; }
for deck in "${decks[@]}"; do
  file=$folder/$deck.cir
  acct=$folder/$deck.acct.cir
  sed 's/^\.options noacct/.options acct/' "$file" > "$acct"
  rounds=$folder/$deck.rounds
  : > "$rounds"
  for _ in $(seq "${RUNS:-3}"); do
    ours=$(seconds "$root/c2c" signal spice "$file" --format csv --quiet)
    run=$(java -XX:+UseParallelGC -cp "$root/sim-signal/target/classes" "$root/bench/signal/spice/SolverBench.java" "${WARM:-3}" "$file" | tail -n 1)
    solver=$(sed 's/.*solve \([0-9.]*\) s.*/\1/' <<< "$run")
    steps=$(sed 's/.*steps=\([0-9]*\).*/\1/' <<< "$run")
    from=$(date +%s%N)
    timeout "${NGSPICE_MOST_S:-60}" ngspice -b "$acct" -r "$folder/$deck.raw" > "$folder/$deck.acct" 2>&1 || echo "  ngspice was ended after ${NGSPICE_MOST_S:-60} s: its times and ratios are lower bounds"
    peer=$(awk -v a="$from" -v b="$(date +%s%N)" 'BEGIN { printf "%.3f", (b - a) / 1e9 }')
    alone=$(awk -F= '/Total analysis time/ { print $2 + 0 }' "$folder/$deck.acct")
    echo "$ours $peer $solver ${alone:-$peer}" >> "$rounds"
  done
  column() { awk "{ print $1 }" "$rounds" | spread; }
  printf '%s (least / median / most of %s rounds, s)\n' "$deck" "$(wc -l < "$rounds")"
  printf '  process: ours %s, ngspice %s, ratio %s\n' "$(column '$1')" "$(column '$2')" "$(column '$2 / $1')"
  printf '  steps:   ours %s, ngspice %s\n' "$steps" "$(awk -F= '/Accepted timepoints/ { print $2 + 0 }' "$folder/$deck.acct")"
  printf '  solver:  ours %s, ngspice %s, ratio %s\n' "$(column '$3')" "$(column '$4')" "$(column '$4 / $3')"
done
