// %% [markdown]
// # What does losing the machine cost?
//
// Five hours of training on a machine that lives five hours in the mean, and dies without warning.
// The wrong first guess: five hours of work on a machine that lives five hours just fit.
// %%
import clock2cloud.app.notebook.Gallery;
import clock2cloud.spot.bill.*;
import clock2cloud.spot.checkpoint.*;
import clock2cloud.spot.eviction.*;
import clock2cloud.spot.job.*;
import java.util.*;
// %%
double hour = 3600;
var run = new CheckpointedRun(5 * hour, 120, 300, 5 * hour);
System.out.printf(Locale.ROOT, "without checkpoints: %.3f h%n", run.expectedSecondsWithoutCheckpoint() / hour);
// %% [markdown]
// A checkpoint takes two minutes, a restart five. How often should it save itself?
// %%
for (CheckpointRule rule : List.of(CheckpointRule.YOUNG, CheckpointRule.DALY, CheckpointRule.EXACT)) {
    double tau = rule.intervalSeconds(run);
    System.out.printf(Locale.ROOT, "%-6s every %.2f min: %.3f h%n", rule, tau / 60, run.expectedSeconds(tau) / hour);
}
// %% [markdown]
// The three hardly differ; Young's is ahead by luck, for it cuts five hours into nine pieces and the others into ten. Now the same by simulation, with the closed form beside it.
// %%
Study study = Study.of(20_000, 7, SplittableRandom::new, random -> Study.Trial.of(
        new JobRun(new Job(5 * hour, 300, 120), Checkpoints.fixed(1800), BillingRule.KILLED_HOUR_FREE, -1),
        new RenewalSpells(new ExponentialLife(5 * hour), new FixedLife(0), 0.17, random)));
Distribution time = study.makespanSeconds().orElseThrow();
System.out.println("within four standard errors: " + time.agreesWith(run.expectedSeconds(1800)));
System.out.printf(Locale.ROOT, "evictions %.1f, work lost %.1f h%n",
        study.evictions().orElseThrow().mean(), study.lostSeconds().orElseThrow().mean() / hour);
// %% [markdown]
// Real machines do not die at random: many die young, the rest at 24 h. A fresh one is the riskiest.
// %%
BathtubLife bathtub = BathtubLife.PUBLISHED;
System.out.printf(Locale.ROOT, "dead after 1 h %.1f%%, after 12 h %.1f%%, taken at 24 h %.1f%%%n",
        100 * bathtub.cdf(hour), 100 * bathtub.cdf(12 * hour), 100 * bathtub.massAtLimit());
var plan = new PlannedCheckpoints(bathtub, 300, 60, 1, 0);
System.out.println("pieces of work between checkpoints, minutes: " + plan.pieces(300));
// %%
Gallery.show("spot-checkpoint-interval");
// %% [markdown]
// Now try: a mean life of one hour, or `Checkpoints.onNotice()` with a warning of 120 s instead of -1.
