#!/usr/bin/env bash
# Writes the benchmark decks into a folder: decks.sh FOLDER
set -euo pipefail
mkdir -p "$1"
cd "$1"

ladder() { # nodes, step: an RC ladder of 1 kilo-ohm and 1 pF in all, 5 V step, 5 ns
  awk -v n="$1" -v h="$2" 'BEGIN {
    printf "%d-node RC ladder\nVin in 0 PULSE(0 5 0 1p 1p 100n 200n)\n", n; p = "in"
    for (k = 1; k <= n; k++) { printf "R%d %s n%d %.9g\nC%d n%d 0 %.9g\n", k, p, k, 1e3 / n, k, k, 1e-12 / n; p = "n" k }
    printf ".tran %s 5n 0 %s\n.save v(n1) v(n%d) v(n%d)\n.options noacct\n.end\n", h, h, n / 2, n }'
}
mesh() { # side: an RC mesh driven at one corner
  awk -v n="$1" 'BEGIN {
    printf "%dx%d RC mesh\nVin in 0 PULSE(0 5 0 1p 1p 100n 200n)\nRd in m0_0 100\n", n, n
    for (i = 0; i < n; i++) for (j = 0; j < n; j++) {
      printf "C%d_%d m%d_%d 0 0.1f\n", i, j, i, j
      if (j + 1 < n) printf "Rh%d_%d m%d_%d m%d_%d 100\n", i, j, i, j, i, j + 1
      if (i + 1 < n) printf "Rv%d_%d m%d_%d m%d_%d 100\n", i, j, i, j, i + 1, j }
    printf ".tran 5p 5n 0 5p\n.save v(m0_0) v(m%d_%d) v(m%d_%d)\n.options noacct\n.end\n", n / 2, n / 2, n - 1, n - 1 }'
}
ladder 10000 5p > rc_ladder_10k.cir
ladder 100000 50p > rc_ladder_100k.cir
ladder 1000000 50p > rc_ladder_1m.cir
mesh 40 > rc_mesh_40x40.cir
mesh 100 > rc_mesh_100x100.cir
awk 'BEGIN {
  print "1000-section RLC ladder of a 50 ohm, 10 ns line"
  print "Vin in 0 PWL(0 0 0.1n 5 2n 5 2.1n 0 4n 0 4.1n 5 6n 5 6.1n 0 8n 0 8.1n 5 10n 5 10.1n 0 12n 0 12.1n 5 14n 5 14.1n 0 40n 0)"
  print "Rs in s0 50"
  for (k = 1; k <= 1000; k++) printf "R%d s%d m%d 5m\nL%d m%d s%d 0.5n\nC%d s%d 0 0.2p\n", k, k - 1, k, k, k, k, k, k
  print "RL s1000 0 50\n.tran 20p 40n 0 20p\n.save v(s0) v(s500) v(s1000)\n.options noacct\n.end" }' > rlc_ladder_1000.cir
awk 'BEGIN {
  print "51-stage CMOS ring oscillator, level 1\nVdd vdd 0 5\n.subckt inv a y vdd"
  print "Mp y a vdd vdd pch W=25u L=1u\nMn y a 0 0 nch W=10u L=1u\nCL y 0 0.1p\n.ends"
  for (k = 1; k <= 51; k++) printf "X%d n%d n%d vdd inv\n", k, k, k % 51 + 1
  print ".model nch nmos(level=1 vto=0.8 kp=100u lambda=0.02)\n.model pch pmos(level=1 vto=-0.9 kp=40u lambda=0.02)\n.ic v(vdd)=5"
  for (k = 1; k <= 51; k++) printf ".ic v(n%d)=%d\n", k, k % 2 ? 0 : 5
  print ".tran 10p 1000n uic\n.save v(n1) v(n26)\n.options noacct\n.end" }' > ring51_1us.cir
awk 'function bit() { q = (int(x / 64) + int(x / 32)) % 2; x = (2 * x + q) % 128; return q }
  BEGIN { x = 127; v = 0
  print "10000 PRBS-7 bits at 1 Gbit/s into R=1k C=1p\nVin in 0 PWL(\n+ 0 0"
  for (k = 0; k < 10000; k++) { n = 5 * bit(); if (n != v) { if (k) printf "+ %.9g %g\n", k * 1e-9, v; printf "+ %.9g %g\n", k * 1e-9 + 1e-12, n; v = n } }
  print "+ )\nR1 in out 1k\nC1 out 0 1p\n.tran 50p 10u 0 50p\n.save v(out)\n.options noacct\n.end" }' > prbs7_rc_10kbit.cir
