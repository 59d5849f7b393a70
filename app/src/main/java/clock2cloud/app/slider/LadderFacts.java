package clock2cloud.app.slider;

import clock2cloud.app.story.Ladder;
import clock2cloud.app.story.forecast.Conditions;
import clock2cloud.app.story.forecast.DenseStep;
import clock2cloud.app.story.forecast.Forecaster;
import clock2cloud.app.story.forecast.Workload;
import clock2cloud.app.story.gpu.DenseLaw;
import clock2cloud.app.story.machine.GraphicsProcessor;
import clock2cloud.app.story.machine.Machine;
import clock2cloud.app.story.machine.Machines;
import clock2cloud.app.story.machine.Price;
import clock2cloud.app.story.machine.Processor;
import clock2cloud.spot.bill.BillingRule;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** What the machine files and the published timings say, as plain numbers for {@link LadderSlider}: a page carries them. */
public final class LadderFacts {
    private final List<Double> facts = new ArrayList<>();

    private LadderFacts() {}

    /** The numbers of the shipped machines. */
    public static double[] shipped() {
        LadderFacts all = new LadderFacts();
        all.processor(Machines.named("laptop-2009").cpu());
        all.rented("p2.xlarge", Conditions.USUAL.on(Ladder.BLOG_DAY), Ladder.BLOG_DAY);
        all.rented("p3.2xlarge", Conditions.USUAL, LocalDate.MAX);
        all.rented("p5.4xlarge", Conditions.USUAL, LocalDate.MAX);
        return all.facts.stream().mapToDouble(Double::doubleValue).toArray();
    }

    private void put(double... values) {
        for (double value : values) {
            facts.add(value);
        }
    }

    private static <E> int place(E one, E[] all) {
        return Arrays.asList(all).indexOf(one);
    }

    private void list(List<? extends Number> values) {
        put(values.size());
        values.forEach(value -> put(value.doubleValue()));
    }

    private void processor(Processor cpu) {
        put(cpu.clockHertz(), cpu.cores(), cpu.flopsPerCycle(), cpu.lastCacheBytes(), cpu.memoryBytesPerSecond());
        put(cpu.tunedFraction().orElseThrow());
    }

    private void rented(String name, Conditions conditions, LocalDate day) {
        Machine machine = Machines.named(name);
        Workload any = LadderSlider.work(1, 128, 32, 1);
        DenseStep step = Forecaster.denseStep(machine, any, conditions);
        gpu(step.layers().gpu());
        list(step.layers().carried().factors());
        list(step.layers().timed().map(DenseLaw::milliseconds).orElse(List.of()));
        list(step.layers().timed().map(law -> law.terms().kernelRows()).orElse(List.of()));
        put(step.layers().timed().map(law -> law.terms().waveColumns()).orElse(1));
        put(step.host().aloneSeconds(), step.host().besideSeconds(), step.host().kernelSeconds(), step.log90());
        Price price = machine.priceOn(day);
        put(price.dollarsPerHour(), place(price.billing(), BillingRule.values()));
    }

    private void gpu(GraphicsProcessor gpu) {
        put(
                place(gpu.generation(), GraphicsProcessor.Generation.values()),
                gpu.multiprocessors(),
                gpu.clockHertz(),
                gpu.boostHertz());
        put(gpu.peakFlopsPerSecond(), gpu.boostFlopsPerSecond(), gpu.memoryBytes());
        put(gpu.memoryBytesPerSecond(), gpu.feedBytesPerSecond());
    }
}
