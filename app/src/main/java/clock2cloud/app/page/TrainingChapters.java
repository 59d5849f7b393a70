package clock2cloud.app.page;

import static clock2cloud.app.table.Quantities.format;
import static clock2cloud.app.table.Quantities.significant;

import clock2cloud.app.slider.LadderFacts;
import clock2cloud.app.slider.LadderSlider;
import clock2cloud.app.story.Climb;
import clock2cloud.app.story.Rung;
import clock2cloud.app.story.machine.GraphicsProcessor;
import clock2cloud.app.story.machine.Machines;
import clock2cloud.app.story.machine.Processor;
import clock2cloud.app.table.Unit;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** The instance type and GPU against CPU; the real training. */
final class TrainingChapters {
    private TrainingChapters() {}

    static Chapter gpu(Climb.Result climb) {
        Processor laptop = Machines.named("laptop-2009").cpu();
        GraphicsProcessor k80 = Machines.named("p2.xlarge").gpu().orElseThrow();
        double peaks = k80.boostFlopsPerSecond() / laptop.peakFlopsPerSecondOfOneCore();
        Rung slow = rung(climb, "p2.xlarge");
        Rung old = rung(climb, "laptop-2009");
        double ratio = slow.forecastSecondsPerEpoch() / old.forecastSecondsPerEpoch();
        String verdict = ratio > 1
                ? significant(ratio) + " times **slower** than one core of the old laptop"
                : significant(1 / ratio) + " times **faster** than one core of the old laptop";
        String text = """
                A Tesla K80 runs at %s at most, the old laptop at %s. But the K80 computes on 2,496 places at once where a
                laptop's core has eight: its peak is **%s times** as high. Neither number is a training time.

                The net %s with a batch of %d is small. One step of it takes the K80 less than a millisecond, and %s with
                what Python needs to ask for it. So an epoch takes %s: %s. What limits it is the %s. Give it wide layers and large
                batches and the tables turn.

                %s
                """.formatted(
                        format(k80.boostHertz(), Unit.HERTZ),
                        format(laptop.clockHertz(), Unit.HERTZ),
                        significant(peaks),
                        climb.net(),
                        climb.batch(),
                        format(slow.forecastSecondsPerEpoch() * climb.batch() / climb.rows(), Unit.SECONDS),
                        format(slow.forecastSecondsPerEpoch(), Unit.SECONDS),
                        verdict,
                        slow.limiter(),
                        bySlider(climb));
        return new Chapter(
                "instance-type",
                "Is a rented GPU faster than my laptop?",
                "A p2.xlarge has one half of a Tesla K80. Its clock is a third of a laptop's, its peak two hundred times as high.",
                "The peak is " + significant(peaks) + " times as high, so it trains that much faster.",
                "For this net it is " + verdict.replace("**", "") + ": the GPU waits for Python.",
                text,
                List.of("speed-gain"),
                Optional.of("ladder"),
                Optional.of("01"),
                "./c2c ladder --layers 784,2048,2048,10 --batch 512");
    }

    /** Why the slider of this chapter may say another number, and which. */
    private static String bySlider(Climb.Result climb) {
        String why =
                "The old laptop is taken to reach the same part of its peak as the machine that made this page. The slider"
                        + " knows no machine but those of the data sheets";
        String[] sizes = climb.net().split("-", -1);
        String ends = sizes[0] + "-" + sizes[sizes.length - 1];
        if (sizes.length < 3
                || !ends.equals("784-10")
                || Arrays.stream(sizes, 1, sizes.length - 1).distinct().count() > 1) {
            return why + ", so its factor is a little different.";
        }
        int width = Integer.parseInt(sizes[1]);
        double[] out = LadderSlider.run(LadderFacts.shipped(), sizes.length - 2, width, climb.batch(), 1);
        double ratio = out[LadderSlider.COLUMNS] / out[0];
        return why + ": by those alone the K80 is "
                + (ratio > 1 ? significant(ratio) + " times slower" : significant(1 / ratio) + " times faster") + ".";
    }

    static Chapter training(Climb.Result climb) {
        List<Rung> measured = climb.rungs().stream()
                .filter(rung -> rung.measuredSecondsPerEpoch().isPresent())
                .toList();
        String errors = measured.stream()
                .map(rung -> rung.name() + ": forecast " + format(rung.forecastSecondsPerEpoch(), Unit.SECONDS)
                        + ", measured "
                        + format(rung.measuredSecondsPerEpoch().orElseThrow(), Unit.SECONDS) + ", off by "
                        + format(Math.abs(rung.errorFraction().orElseThrow()), Unit.FRACTION))
                .collect(Collectors.joining("\n- ", "- ", ""));
        double worst = measured.stream()
                .mapToDouble(rung -> Math.abs(rung.errorFraction().orElseThrow()))
                .max()
                .orElseThrow();
        String text = """
                Every forecast of this page was made before anything was trained, from a calibration that never saw the net. Then
                the net %s was trained on %,d digits for %d epochs, on %s.

                %s

                %s%s
                """.formatted(
                        climb.net(),
                        climb.rows(),
                        climb.epochs(),
                        climb.processor(),
                        errors,
                        climb.testAccuracyFraction()
                                .map(a -> "Of the digits it had never seen it reads " + format(a, Unit.FRACTION) + ". ")
                                .orElse(""),
                        climb.verdict());
        return new Chapter(
                "real-training",
                "And was the forecast true?",
                "From the clock to the spot instance: what does it all mean in terms of speed gains? Now the clock on the wall"
                        + " decides.",
                "A model of ten floors must be wrong by a factor of ten.",
                "On the rungs that could be timed here it was off by " + format(worst, Unit.FRACTION)
                        + " at most; the others are marked as not held against anything.",
                text,
                List.of("blind-epochs", "learning-curve", "confusion-matrix", "first-layer-weights"),
                Optional.empty(),
                Optional.of("01"),
                "./c2c ladder");
    }

    private static Rung rung(Climb.Result climb, String name) {
        return climb.rungs().stream()
                .filter(rung -> rung.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("the ladder has no rung " + name));
    }
}
