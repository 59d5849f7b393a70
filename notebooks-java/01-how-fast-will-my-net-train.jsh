// %% [markdown]
// # How fast will my net train?
// A blogger asked in July 2017, before renting a cloud GPU: "What does this all mean in terms of speed gains?" His laptop
// had a Core 2 Duo at 2.53 GHz; the p2.xlarge that he looked at has one die of a Tesla K80, at $0.90 an hour.
// %%
import clock2cloud.app.notebook.Gallery;
import clock2cloud.app.story.gpu.*;
import clock2cloud.app.story.machine.*;
import clock2cloud.nn.*;
import clock2cloud.nn.data.*;
import clock2cloud.nn.kernel.*;
import java.nio.file.Path;
import java.util.*;

// %% [markdown]
// ## The wrong first guess
// Compare the clocks and the GPU loses; compare the peaks and it wins by two hundred. Both are on the data sheets, and
// neither is a training time.
// %%
Machine laptop = Machines.named("laptop-2009");
GraphicsProcessor k80 = Machines.named("p2.xlarge").gpu().orElseThrow();
double laptopPeak = laptop.cpu().peakFlopsPerSecondOfOneCore();
System.out.printf(Locale.ROOT, "clock: %.2f of the laptop's%n", k80.boostHertz() / laptop.cpu().clockHertz());
System.out.printf(Locale.ROOT, "peak:  %.0f times the laptop's%n", k80.boostFlopsPerSecond() / laptopPeak);

// %% [markdown]
// ## What one step is
// The trainer counts its own work. Most of it is three matrix products; the rest is small change.
// %%
int hidden = 128, batch = 32, steps = 60_000 / batch;
Net net = Net.dense(Activation.RELU, 784, hidden, 10);
Work work = Work.of(net, batch);
for (Operation operation : work.operations()) {
    System.out.printf(Locale.ROOT, "%-7s %-14s %9d flops%n", operation.layer(), operation.kind(), operation.flops());
}
System.out.printf(Locale.ROOT, "a step: %d flops, %d calls%n", work.flopsPerStep(), work.callsPerStep());

// %% [markdown]
// ## What the K80 really does with it
// Published timings of single layers say how long the device works. Python hands it one step every 5.8 ms.
// %%
DenseLaw layers = DenseLaw.shipped("k80");
double device = layers.seconds(batch, 784, hidden, UpdateRule.SGD) + layers.seconds(batch, hidden, 10, UpdateRule.SGD);
double host = 3.1866 / (469 + 79); // seconds per epoch over steps per epoch, minimaxir, July 2017
System.out.printf(Locale.ROOT, "device %.2f ms, Keras %.2f ms a step%n", 1e3 * device, 1e3 * host);
System.out.printf(Locale.ROOT, "an epoch of %,d steps: %.1f s, the GPU busy %.0f%% of it at most%n", steps, steps * Math.max(host, device), 100 * Math.min(1, device / host));
double best = work.flopsPerStep() * steps / (laptopPeak * laptop.cpu().tunedFraction().orElseThrow());
System.out.printf(Locale.ROOT, "the old laptop, one core, tuned code: %.1f s%n", best);

// %% [markdown]
// ## And here, by the clock
// One real epoch of MNIST on one core of this machine.
// %%
TrainTest mnist = Mnist.load();
try (Trainer trainer = new Trainer(net, Settings.of(batch, 0.1, 2017), FastKernels.here())) {
    Epoch epoch = trainer.epoch(mnist.train(), mnist.test(), System::nanoTime);
    System.out.printf(Locale.ROOT, "an epoch here: %.2f s, then %.1f%% of the test digits are right%n", epoch.seconds(), 100 * epoch.testAccuracy());
}

// %%
Gallery.show("ladder");
// %% [markdown]
// ## The answer
// For a net this small the rented GPU waits for Python most of the time. Wider nets and larger batches turn the
// tables: `./c2c ladder --layers 784,2048,2048,10 --batch 512`.
//
// Now try: `hidden = 2048, batch = 512`, and run the cells from there again. Who waits for whom?
