#!/usr/bin/env bash
# The trainer beside its peers, in turn, on a quiet machine: JDK, gcc, and Debian's libopenblas0-pthread and libdnnl2.
#   bench/nn/run.sh build                         once, and after every change
#   bench/nn/run.sh squares 1|2                   products of 512, 1,024 and 2,048
#   bench/nn/run.sh sizes 1|2                     products of 16 to 2,048, as stored for the chart matrix-product-speed
#   bench/nn/run.sh shapes 1|2                    the products of nets A to D, all three layouts
#   bench/nn/run.sh epochs A|B|C|D 1|2            seconds an epoch of MNIST
#   bench/nn/run.sh convolutions lenet5|mnist-cnn|cifar10-cnn 1|2 BATCH   seconds a step
#   bench/nn/run.sh places SECONDS                microseconds a step on two threads, cores near each other and far apart
#   bench/nn/run.sh start                         from process start to process end with one epoch of B
#   bench/nn/run.sh memory                        peak memory of C, megabytes
#   bench/nn/run.sh all                           all of them
# ROUNDS=3 says how often every program has its turn, PEERS="c pytorch tensorflow dl4j" which. Each piece prints its table; the lines
# that it was made from are kept in bench/nn/target/run.
set -euo pipefail
root=$(cd "$(dirname "$0")/../.." && pwd)
here=$root/bench/nn
work=$here/target/run
rounds=${ROUNDS:-3}
peers=${PEERS:-c pytorch tensorflow dl4j}
libraries=/usr/lib/$(uname -m)-linux-gnu
blas=${OPENBLAS:-$libraries/openblas-pthread/libopenblas.so.0}
dnnl=${ONEDNN:-$libraries/libdnnl.so.2}
mkdir -p "$work/mnist"
unset OPENBLAS_CORETYPE OPENBLAS_L2_SIZE

java=${JAVA_HOME:+$JAVA_HOME/bin/}java
has() { case " $peers " in *" $1 "*) ;; *) return 1 ;; esac }
measure=()
jvm() { "${measure[@]}" "$java" -XX:+UseParallelGC --add-modules jdk.incubator.vector "$@" 2>>"$work/err"; }
path() { echo "$1/target/classes:$(cat "$1/target/cp")"; }
pin() { if [ "$1" = 1 ]; then measure=(taskset -c 0); fi; "${@:2}"; measure=(); }

mapfile -t flags < <(C2C_SHOW_FLAGS=1 "$root/c2c" nn)
ours() { "${measure[@]}" "$java" "${flags[@]}" -cp "$(path "$here")" "$@" 2>>"$work/err"; }
torch() { OMP_WAIT_POLICY=PASSIVE GOMP_SPINCOUNT=0 jvm -Dai.djl.offline=true -Dai.djl.pytorch.num_threads="$1" -Dai.djl.pytorch.num_interop_threads=1 \
  -Dorg.slf4j.simpleLogger.defaultLogLevel=off -cp "$(path "$here")" "${@:2}"; }
tensorflow() { jvm -cp "$(path "$here/tensorflow")" clock2cloud.bench.nn.tensorflow.TensorFlow"$1" "${@:2}"; }
dl4j() { OMP_NUM_THREADS=$2 jvm -cp "$(path "$here/dl4j")" clock2cloud.bench.nn.dl4j.Dl4j"$1" "${@:3}"; }
loop() { (cd "$work" && "${measure[@]}" ./mlpc "$@"); }

build() {
  (cd "$root" && ./mvnw -q -B -ntp -Pbench -pl bench/nn,bench/nn/tensorflow,bench/nn/dl4j -am -DskipTests compile \
    dependency:build-classpath -Dmdep.outputFile=target/cp)
  gcc -O2 -fopenmp "$here/gemm.c" -o "$work/gemm" -ldl
  gcc -O3 -march=native -ffast-math -fopenmp "$here/mlpc.c" -o "$work/mlpc" -ldl -lm 2>>"$work/err"
  for name in train-images-idx3 train-labels-idx1 t10k-images-idx3 t10k-labels-idx1; do
    gunzip -c "$root/nn/src/main/resources/clock2cloud/nn/mnist/$name-ubyte.gz" >"$work/mnist/$name-ubyte"
  done
}

products() { # threads, products: one round of everyone; ours in a JVM for each, since HotSpot compiles for what it saw before
  local product
  for product in "${@:2}"; do ours clock2cloud.bench.nn.Products "$1" 2 ours,openblas,peak "$product"; done
  "$work/gemm" "$blas" "OpenBLAS 0.3.21" "$1" 2 "${@:2}"
  OMP_NUM_THREADS=$1 "$work/gemm" "$dnnl" "oneDNN 2.6" "$1" 2 "${@:2}"
}

squares() { # threads
  for ((i = 0; i < rounds; i++)); do products "$1" forward:512,512,512 forward:1024,1024,1024 forward:2048,2048,2048; done
  if [ "$1" = 1 ]; then ours clock2cloud.bench.nn.Products 1 2 ejml forward:512,512,512 forward:1024,1024,1024; fi
}

sizes() { # threads
  local all=() size
  for size in 16 32 64 128 256 512 1024 2048; do all+=("forward:$size,$size,$size"); done
  for ((i = 0; i < rounds; i++)); do products "$1" "${all[@]}"; done
  if [ "$1" = 1 ]; then ours clock2cloud.bench.nn.Products 1 2 ejml "${all[@]:0:7}"; fi
}

shapes() { # threads; the layers of A, B, C and D
  for ((i = 0; i < rounds; i++)); do
    products "$1" forward:10,30,784 forward:10,10,30 input:10,30,10 weights:784,30,10 weights:30,10,10 \
      forward:32,128,784 forward:32,10,128 input:32,128,10 weights:784,128,32 weights:128,10,32 \
      forward:128,512,784 forward:128,512,512 forward:128,10,512 input:128,512,512 input:128,512,10 \
      weights:784,512,128 weights:512,512,128 weights:512,10,128 \
      forward:512,2048,784 forward:512,2048,2048 forward:512,10,2048 input:512,2048,2048 input:512,2048,10 \
      weights:784,2048,512 weights:2048,2048,512 weights:2048,10,512
  done
}

epochs() { # net, threads
  local many=6 few=3
  case $1 in A | B) many=10 few=4 ;; D) many=4 few=2 ;; esac
  many=${EPOCHS:-$many}
  for ((i = 0; i < rounds; i++)); do
    ours clock2cloud.bench.nn.OurEpochs "$1" "$2" "$many"
    if has c; then
      loop "$blas" "$1" "$2" "$((few + 1))"
      OMP_NUM_THREADS=$2 loop "$dnnl" "$1" "$2" "$((few + 1))"
    fi
    if has pytorch; then torch "$2" clock2cloud.bench.nn.PyTorchEpochs "$1" "$few"; fi
    if has tensorflow; then pin "$2" tensorflow Epochs "$1" "$2" "$few"; fi
    if has dl4j && [ "$1" != D ] && [ $i = 0 ]; then dl4j Epochs "$2" "$1" 2; fi
  done
}

convolutions() { # net, threads, batch: steps for about two seconds of the slower programs
  local rows=25600
  case $1 in mnist-cnn) rows=5120 ;; cifar10-cnn) rows=3840 ;; esac
  for ((i = 0; i < rounds; i++)); do
    ours clock2cloud.bench.nn.OurConvolutions "$1" "$2" "$3" "$((2 * rows / $3))"
    if has pytorch; then torch "$2" clock2cloud.bench.nn.PyTorchConvolutions "$1" "$3" "$((rows / $3))"; fi
    if has tensorflow; then pin "$2" tensorflow Convolutions "$1" "$2" "$3" "$((rows / $3))"; fi
    if has dl4j && [ $i = 0 ]; then dl4j Convolutions "$2" "$1" "$3" 10; fi
  done
}

places() { # seconds: the host of a virtual machine may move its cores, in spells of seconds to minutes
  ours clock2cloud.bench.nn.PlacedSteps "$1" 30:784,90,60,10 32:784,128,10 100:784,300,300,10 128:784,512,512,10 24:784,600,600,600,10
}

process() { # what, threads, program, function and its arguments: its seconds, start to end
  local from=$EPOCHREALTIME
  "${@:4}" >/dev/null 2>>"$work/err"
  awk -v w="$1" -v t="$2" -v p="$3" -v a="$from" -v b="$EPOCHREALTIME" 'BEGIN { printf "%s,%s,%s,%.2f\n", w, t, p, b - a }'
}

train() { "${measure[@]}" "$root/c2c" nn train --layers "$1" --activation relu --batch "$2" --rate 0.1 --threads "$3" --epochs "$4" --format json; }

start() {
  for ((i = 0; i < rounds; i++)); do
    for threads in 1 2; do
      process "start to end of one epoch of B" $threads clock2cloud train 784,128,10 32 $threads 1
      if has tensorflow; then process "start to end of one epoch of B" $threads "TensorFlow-Java 1.1.0" tensorflow Epochs B $threads 1; fi
      if has pytorch; then process "start to end of one epoch of B" $threads "PyTorch 2.7.1 under DJL" torch $threads clock2cloud.bench.nn.PyTorchEpochs B 1; fi
      if has dl4j; then process "start to end of one epoch of B" $threads "DL4J 1.0.0-M2.1" dl4j Epochs $threads B 1; fi
    done
  done
}

peak() { # program, function and its arguments: peak megabytes of the process
  rm -f "$work/most"
  measure=(/usr/bin/time -o "$work/most" -f %M)
  "${@:2}" >/dev/null 2>>"$work/err"
  measure=()
  awk -v p="$1" 'END { printf "peak megabytes of C,1,%s,%.0f\n", p, $1 * 1024 / 1e6 }' "$work/most"
}

memory() {
  for ((i = 0; i < rounds; i++)); do
    peak clock2cloud train 784,512,512,10 128 1 3
    if has c; then peak "C loop on OpenBLAS" loop "$blas" C 1 3; fi
    if has tensorflow; then peak "TensorFlow-Java 1.1.0" tensorflow Epochs C 1 3; fi
    if has pytorch; then peak "PyTorch 2.7.1 under DJL" torch 1 clock2cloud.bench.nn.PyTorchEpochs C 3; fi
    if has dl4j; then peak "DL4J 1.0.0-M2.1" dl4j Epochs 1 C 2; fi
  done
}

piece() {
  local raw=$work/raw-$(echo "$*" | tr ' ' '-').csv
  "$@" | tee "$raw" >/dev/null
  echo "$* ($(date -u '+%d %b %Y %H:%M'), $rounds rounds)"
  awk -f "$here/table.awk" "$raw"
}

case ${1:-} in
  build) build ;;
  squares | sizes | shapes | epochs | convolutions | places | start | memory) piece "$@" ;;
  all)
    for threads in 1 2; do
      piece squares $threads
      piece shapes $threads
      for net in A B C D; do piece epochs $net $threads; done
      for net in lenet5 mnist-cnn cifar10-cnn; do
        for batch in 128 8; do piece convolutions $net $threads $batch; done
      done
    done
    piece start
    piece memory
    ;;
  *) sed -n '2,15p' "$0" && exit 2 ;;
esac
