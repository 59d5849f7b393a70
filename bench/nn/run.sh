#!/usr/bin/env bash
# The trainer beside its peers. From the project's root, on a quiet machine with a JDK and gcc:
#   ./mvnw -q -Pbench -pl bench/nn -am -DskipTests compile dependency:build-classpath -Dmdep.outputFile=target/cp
#   bench/nn/run.sh convolutions | bench/nn/run.sh products | bench/nn/run.sh epochs "A B C" "1 2"
set -eu
root=$(cd "$(dirname "$0")/../.." && pwd)
work=$root/bench/nn/target/run
mkdir -p "$work/mnist"
unset OPENBLAS_CORETYPE OPENBLAS_L2_SIZE || true
export OMP_WAIT_POLICY=PASSIVE GOMP_SPINCOUNT=0
jvm() { java -XX:+UseParallelGC --add-modules jdk.incubator.vector "$@" 2>>"$work/err"; }
cp="$root/bench/nn/target/classes:$(cat "$root/bench/nn/target/cp")"

if [ "$1" = convolutions ]; then
  echo net,threads,program,secondsOfAStepMedian,secondsMinimum,secondsMaximum
  for net in lenet5 mnist-cnn; do
    for threads in 1 2; do
      ours=400; peer=120
      [ "$net" = mnist-cnn ] && { ours=80; peer=20; }
      jvm -cp "$cp" clock2cloud.bench.nn.OurConvolutions "$net" "$threads" "$ours"
      jvm -Dai.djl.offline=true -Dai.djl.pytorch.num_threads="$threads" -Dai.djl.pytorch.num_interop_threads=1 \
        -cp "$cp" clock2cloud.bench.nn.PyTorchConvolutions "$net" "$peer"
    done
  done
  exit
fi

if [ "$1" = products ]; then
  jvm -cp "$cp" clock2cloud.bench.nn.Products 1 5 512,512,512 1024,1024,1024 2048,2048,2048 \
    10,30,784 32,128,784 128,512,784 128,512,512 512,2048,784 512,2048,2048
  jvm -cp "$cp" clock2cloud.bench.nn.Products 2 5 512,512,512 1024,1024,1024 2048,2048,2048
  exit
fi

# OpenBLAS for the C loop is the one that the Java binding unpacked (run products once before).
blas=$(ls "$HOME"/.javacpp/cache/openblas-*-linux-x86_64.jar/org/bytedeco/openblas/linux-x86_64/libopenblas*.so.0 | tail -n 1)
for name in train-images-idx3 train-labels-idx1 t10k-images-idx3 t10k-labels-idx1; do
  [ -f "$work/mnist/$name-ubyte" ] || gunzip -c "$root/nn/src/main/resources/clock2cloud/nn/mnist/$name-ubyte.gz" >"$work/mnist/$name-ubyte"
done
gcc -O3 -march=native -ffast-math -fopenmp "$root/bench/nn/mlpc.c" -o "$work/mlpc" -ldl -lm 2>>"$work/err"
echo net,threads,program,secondsMedian,secondsMinimum,secondsMaximum,testAccuracy
for net in $2; do
  for threads in $3; do
    epochs=8; peer=3
    [ "$net" = D ] && { epochs=3; peer=2; }
    jvm -cp "$cp" clock2cloud.bench.nn.OurEpochs "$net" "$threads" "$epochs"
    (cd "$work" && ./mlpc "$blas" "$net" "$threads" "$((peer + 1))") | sed -E 's/^RESULT c-openblas (.) T=([0-9]+) median ([0-9.]+) min ([0-9.]+) max ([0-9.]+).* acc ([0-9.]+) .*/\1,\2,C loop on OpenBLAS,\3,\4,\5,\6/'
    jvm -Dai.djl.offline=true -Dai.djl.pytorch.num_threads="$threads" -Dai.djl.pytorch.num_interop_threads=1 -Dorg.slf4j.simpleLogger.defaultLogLevel=off \
      -cp "$cp" clock2cloud.bench.nn.PyTorchEpochs "$net" "$peer"
  done
done
