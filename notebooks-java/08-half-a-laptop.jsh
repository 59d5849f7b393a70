// %% [markdown]
// # What does half a laptop really get?
// "This Linux OS can only use X% of the CPU, Y% of the RAM, and we dedicate Z of the disk." We cut the mid-2009 laptop.
// The wrong first guess: half a CPU computes at half the speed, all the time.

// %%
import clock2cloud.app.notebook.Gallery;
import clock2cloud.vm.entitlement.Claim;
import clock2cloud.vm.entitlement.Entitlement;
import clock2cloud.vm.host.Host;
import clock2cloud.vm.host.HostPartition;
import clock2cloud.vm.host.SliceRequest;
import clock2cloud.vm.host.VirtualizationOverhead;
import clock2cloud.vm.scheduler.BandwidthLimit;
import java.util.List;
import java.util.Locale;

double gib = 1L << 30;
Host laptop = new Host("mid-2009 laptop", 2, 2.53e9, 8, 4 * gib, 250e9);

// %%
var cut = HostPartition.of(laptop, VirtualizationOverhead.PENRYN).admit(List.of(
    new SliceRequest("linux", 0.50, 0.25, 10 * gib),
    new SliceRequest("second", 0.60, 0.25, 10 * gib),
    new SliceRequest("third", 0.50, 0.50, 10 * gib)));
for (var s : cut.slices()) {
    System.out.printf(Locale.ROOT, "%s: %.1f core at %.2f GHz, %.1f GFLOP/s%n",
        s.name(), s.coreEquivalents(), s.clockHertz() / 1e9, s.effectiveFlopsPerSecond() / 1e9);
}
cut.refusals().forEach(r -> System.out.println(r.name() + " is refused: " + r.reason()));

// %% [markdown]
// Half a CPU is not a CPU of half the clock. The clock is the same, for half of the time: a quota of 50 ms in every 100 ms.
// A training step of 5 ms is mostly as fast as ever, and sometimes waits for the next period.

// %%
var half = BandwidthLimit.ofCores(0.5).steps(0.005, 1, 1000);
System.out.printf(Locale.ROOT, "step of 5 ms: median %.0f ms, mean %.0f ms, slowest hundredth %.0f ms%n",
    1000 * half.medianSeconds(), 1000 * half.meanSeconds(), 1000 * half.p99Seconds());

// %% [markdown]
// Shares are another thing: they count only when everybody wants the machine. What one does not use, the others get.

// %%
double[] alone = Entitlement.divide(2, List.of(Claim.of("linux", 2, 1), Claim.of("host", 0.2, 1)));
double[] both = Entitlement.divide(2, List.of(Claim.of("linux", 2, 1), Claim.of("host", 2, 1)));
System.out.printf(Locale.ROOT, "cores for linux: %.1f beside a quiet host, %.1f beside a busy one%n", alone[0], both[0]);

// %%
Gallery.show("vm-who-gets-what");
// %% [markdown]
// Now try: give the guest a quota of 80% instead, and look at the slowest hundredth. Then steps of 60 ms.
