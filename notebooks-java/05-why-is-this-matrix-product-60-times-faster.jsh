// %% [markdown]
// # Why is this matrix product 60 times faster than that one?
// `C = A B` with 512 × 512 floats is 2 · 512³ = 268 million operations, the same in every program below. What differs is how
// long the arithmetic units wait for the next pair of numbers. Each step removes one wait, and is held against its
// roofline: what the arithmetic could do, and what the memory could feed it.
// The wrong first guess: the fast program computes less, or the compiler would have done the same to the slow one.
// %%
import clock2cloud.app.notebook.Gallery;
import clock2cloud.nn.*;
import clock2cloud.nn.kernel.Activation;
import clock2cloud.nn.kernel.FastKernels;
import java.util.*;
// %%
int n = 512;
double work = 2.0 * n * n * n;
int again = (int) Math.max(1, 3e8 / work); // a small product must be run often until it is compiled
float[] a = new float[n * n], b = new float[n * n];
for (int i = 0; i < n * n; i++) { a[i] = i % 7 - 3; b[i] = i % 5 - 2; }
double gflops(Runnable product, int times) {
    double best = Double.MAX_VALUE;
    for (int i = 0; i < times * again; i++) {
        long start = System.nanoTime();
        product.run();
        best = Math.min(best, (System.nanoTime() - start) / 1e9);
    }
    return work / best / 1e9;
}
// %% [markdown]
// **1. As the definition says.** The inner loop walks down a column of B: 2 KiB from one number to the next, so each
// one comes with a cache line of which 15 other numbers are thrown away; and each sum waits for the sum before it.
// %%
float[] plain = new float[n * n];
void definition() {
    for (int i = 0; i < n; i++) for (int j = 0; j < n; j++) {
        float sum = 0;
        for (int k = 0; k < n; k++) sum += a[i * n + k] * b[k * n + j];
        plain[i * n + j] = sum;
    }
}
double step1 = gflops(() -> definition(), 3);
// %% [markdown]
// **2. Loops in another order.** Now rows of B and C are walked along, and no sum waits. The compiler sees it, too.
// %%
float[] rows = new float[n * n];
void addScaled(float s, int from, int to) { for (int j = 0; j < n; j++) rows[to + j] += s * b[from + j]; }
void alongRows() {
    Arrays.fill(rows, 0);
    for (int i = 0; i < n; i++) for (int k = 0; k < n; k++) addScaled(a[i * n + k], k * n, i * n);
}
double step2 = gflops(() -> alongRows(), 6);
System.out.println("the same answer: " + Arrays.equals(plain, rows));
// %% [markdown]
// **3. Blocks, panels, vectors.** The trainer's kernel keeps a block of C in registers and reads A and B from panels that
// lie as they are needed: every number fetched is used many times. **4. Threads** share the rows.
// %%
Operation product = Work.of(Net.dense(Activation.IDENTITY, n, n), n).operations().get(1);
double kernel(int threads) {
    OperationTimer timer = new OperationTimer(FastKernels.here(), threads, System::nanoTime);
    timer.seconds(product, 0, 8 * again);
    return work / Arrays.stream(timer.seconds(product, 2, 12 * again)).min().getAsDouble() / 1e9;
}
double step3 = kernel(1), step4 = kernel(Runtime.getRuntime().availableProcessors());
// %% [markdown]
// **The rooflines.** Bytes that one operation moves, past the first cache: step 1 a whole line of 64 for two operations,
// 34 with A's four; step 2 reads B and C and writes C, 6; step 3, in blocks of 8 × 32, about 0.3. A copy tells what is to be had.
// %%
double copied = 2.0 * 4 * n * n * gflops(() -> System.arraycopy(b, 0, rows, 0, n * n), 200) / work;  // 10⁹ bytes a second
void say(String what, double gflops, double bytesAnOperation) {
    System.out.printf(Locale.ROOT, "%-34s %6.1f GFLOP/s, %5.1f times the first; memory could feed %.0f%n",
            what, gflops, gflops / step1, copied / bytesAnOperation);
}
say("as the definition says", step1, 34);
say("along the rows", step2, 6);
say("blocks and panels, one thread", step3, 0.3);
say("blocks and panels, every processor", step4, 0.3);
Gallery.show("matrix-product-speed");
// %% [markdown]
// So step 1 is bound by memory and step 3 by arithmetic: only that one gains from wider vectors.
// Now try: `n = 64`. All fits into the first cache: which steps come closer together, and which do not?
