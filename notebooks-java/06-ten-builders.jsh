// %% [markdown]
// # Do ten builders build ten times as fast?
// One builder adds a trillion numbers, a thousand million a second. Two need half the time, ten a tenth, "but there
// would be additional overhead". Here is that overhead.
// The wrong first guess: ten builders need a tenth of the time.
// %%
import clock2cloud.app.notebook.Gallery;
import clock2cloud.cluster.AmdahlSpeedup;
import clock2cloud.cluster.DividedSum;
import clock2cloud.cluster.ScalabilityFit;
import clock2cloud.cluster.schedule.QueueSchedule;
import clock2cloud.cluster.schedule.StaticSchedule;
import clock2cloud.cluster.schedule.TaskSizes;
import java.util.List;
import java.util.Locale;
import java.util.random.RandomGeneratorFactory;
// %% [markdown]
// The foreman works too; each further builder costs him half a second to send off and half a second to take in.
// %%
DividedSum free = new DividedSum(1e12, 1e9, 0, 0);
DividedSum paid = new DividedSum(1e12, 1e9, 0.5, 0.5);
for (int p : new int[] {1, 2, 10, 100}) {
    System.out.printf(Locale.ROOT, "%3d builders: %7.2f s without overhead, %7.2f s with%n", p, free.seconds(p), paid.seconds(p));
}
System.out.println("the most that pay: " + paid.bestWorkers());
System.out.println("the sum: " + DividedSum.exactSum(1_000_000_000_000L));
// %% [markdown]
// Something that only one can do is worse than overhead: with 5% of it no crowd is 20 times as fast.
// %%
AmdahlSpeedup amdahl = new AmdahlSpeedup(0.05);
for (int p : new int[] {10, 100, 1000}) System.out.printf(Locale.ROOT, "%4d builders: %.2f times%n", p, amdahl.speedup(p));
// %% [markdown]
// And work comes in uneven pieces. Give each builder a fixed part, or let who is free take the next piece.
// %%
double[] pieces = TaskSizes.LOGNORMAL.draw(400, 1, RandomGeneratorFactory.of("Xoroshiro128PlusPlus").create(6));
System.out.printf(Locale.ROOT, "fixed parts: %.0f%% of the time is work%n", 100 * new StaticSchedule(0).run(pieces, 10).efficiencyFraction());
System.out.printf(Locale.ROOT, "next piece:  %.0f%%%n", 100 * QueueSchedule.dynamic(1, 0.001).run(pieces, 10).efficiencyFraction());
// %% [markdown]
// A real machine (SPEC SDM91): the fitted law says where more load makes it slower, and how sure that is.
// %%
ScalabilityFit fit = ScalabilityFit.of(
        List.of(1.0, 18.0, 36.0, 72.0, 108.0, 144.0, 216.0),
        List.of(64.9, 995.9, 1652.4, 1853.2, 1828.9, 1775.0, 1702.2));
System.out.printf(Locale.ROOT, "peak at %.1f, alpha %.4f from %.4f to %.4f%n", fit.law().peakWorkers(),
        fit.law().contentionFraction(), fit.interval(0, 0.95).low(), fit.interval(0, 0.95).high());
// %%
Gallery.show("speedup-fit");
// %% [markdown]
// Now try `./c2c cluster sum --numbers 2e9 --workers 1,2` on your own machine: forecast first, then the clock.
