// %% [markdown]
// # Was it true?
// A forecast that nobody checks is a wish. Other people timed layers, nets and whole epochs; our laws saw a hundred of their
// rows at most, and are asked for the rest.
// The wrong first guess: work divided by the peak of the data sheet is near enough.
// %%
import clock2cloud.app.TrustLine;
import clock2cloud.app.notebook.Gallery;
import clock2cloud.app.story.chain.*;
import clock2cloud.app.story.forecast.*;
import clock2cloud.app.story.gpu.*;
import clock2cloud.app.story.machine.*;
import clock2cloud.nn.Net;
import clock2cloud.nn.kernel.Activation;
import java.time.LocalDate;
import java.util.*;

// %% [markdown]
// ## Rows that calibrated nothing
// The simplest models divide the work by the peak. See what they miss by.
// %%
List<TrustLine> lines = new ArrayList<>(DenseChecks.lines());
lines.addAll(ConvolutionChecks.lines());
for (TrustLine line : lines) {
    if (line.boundOn() == TrustLine.Bound.MEAN) {
        System.out.printf(Locale.ROOT, "%-74s n %5d  off by %4.1f%%%n", line.model(), line.n(), 100 * line.meanErrorFraction());
        line.baselines().stream().filter(simpler -> !simpler.name().startsWith("without")).forEach(simpler -> System.out.printf(Locale.ROOT, "    %s: %.0f%%%n", simpler.name(), 100 * simpler.meanErrorFraction()));
    }
}
Gallery.show("was-it-true");

// %% [markdown]
// ## How sure, and was that true?
// Nine in ten of the timings should lie inside the 90% intervals, eight inside the 80% ones. More would mean that we boast of ignorance.
// %%
for (TrustLine line : lines) {
    if (line.coverage80Fraction().isPresent() && line.model().contains("calibrate")) {
        System.out.printf(Locale.ROOT, "%s: %.1f%% and %.1f%% inside%n", line.model(),
                100 * line.coverageFraction().orElseThrow(), 100 * line.coverage80Fraction().orElseThrow());
    }
}

// %% [markdown]
// ## The blogger's net on the rented K80
// Where does a step go, and what would twenty epochs have cost on 20 July 2017, and on 2 October?
// %%
Net net = Net.dense(Activation.RELU, 784, 512, 512, 10);
Workload work = new Workload(net, "784-512-512-10", 128, 20, 60_000, 10_000, UpdateRule.RMSPROP);
for (String day : List.of("2017-07-20", "2017-10-02")) {
    Forecast forecast = Forecaster.forecast(Machines.named("p2.xlarge"), work, Conditions.USUAL.on(LocalDate.parse(day)));
    System.out.printf(Locale.ROOT, "%s: %.1f s an epoch, $%.3f, most of a step is %s%n",
            day, forecast.secondsPerEpoch(), forecast.cost().orElseThrow().dollars(), forecast.limitingTerm());
}

// %% [markdown]
// ## Turn one number on any floor
// By how many per cent does the price of a run move when a knob moves by one?
// %%
Chain chain = new Chain(net, 128, 20, 60_000);
for (Chain.Elasticity one : chain.elasticities(Knobs.usual())) {
    System.out.printf(Locale.ROOT, "%-18s %+.2f%n", one.knob().words(), one.elasticity());
}

// %% [markdown]
// Now try: ask for a batch of 1,024, or a net of 8,192. Which flags does the forecast raise, and would you believe it?
