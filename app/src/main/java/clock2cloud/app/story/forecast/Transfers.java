package clock2cloud.app.story.forecast;

import clock2cloud.app.story.fit.Spread;
import clock2cloud.app.story.gpu.ConvolutionLaw;
import clock2cloud.app.story.gpu.DenseLaw;
import clock2cloud.app.story.gpu.DenseTiming;
import clock2cloud.app.story.gpu.DenseTimings;
import clock2cloud.app.story.gpu.PublishedSteps;
import clock2cloud.app.story.gpu.SpecSheetLaw;
import clock2cloud.app.story.gpu.TorchSteps;
import clock2cloud.app.story.machine.GraphicsProcessor;
import clock2cloud.app.story.machine.GraphicsProcessor.Generation;
import clock2cloud.app.story.machine.Machines;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * Steps that were timed on one generation of GPUs, forecast by its data sheet and the factors of another generation: what is known
 * of how far off such forecasts are.
 */
final class Transfers {
    /** Of the large files, one row in so many: the others tell no more. */
    private static final int EVERY = 100;

    /** The interval of a layer or a step by data sheet. */
    private static final Interval BY_SHEET = Interval.of(ConvolutionLaw.NEVER_SEEN_LOG);

    private static final List<String> YOUNG = List.of("h200", "h100");

    private Transfers() {}

    /** The steps of one machine by the factors of another, each in parts and as it was timed. */
    record Transfer(String machine, String from, List<Anchors.Anchor> steps) {
        private boolean touches(Generation generation) {
            return of(machine) == generation || of(from) == generation;
        }

        private static Generation of(String machine) {
            return gpu(machine).generation();
        }

        /** What the logarithms of its errors say, over the shares of the parts. */
        private Spread spread() {
            Parts parts = Parts.of(steps.stream().map(Anchors.Anchor::step).toList());
            return Spread.of(
                    steps.stream().map(step -> parts.shares(step.step())).toArray(double[][]::new),
                    steps.stream()
                            .mapToDouble(step ->
                                    Math.log(step.seconds() / step.step().seconds()))
                            .toArray());
        }
    }

    /** Dense layers called alone, and the kernels of steps of dense nets. */
    static List<Transfer> dense() {
        List<Transfer> transfers = new ArrayList<>();
        transfers.add(layers("k80", "p100"));
        transfers.add(layers("p100", "k80"));
        for (String machine : YOUNG) {
            transfers.add(denseKernels(machine, "k80"));
            transfers.add(denseKernels(machine, "p100"));
        }
        return transfers;
    }

    /** The kernels of steps of dense nets on a device that we timed. */
    static Transfer denseKernels(String machine, String from) {
        DenseLayers layers = new DenseLayers(
                gpu(machine), Optional.empty(), DenseLaw.shipped(from).specSheet());
        return new Transfer(
                machine,
                from,
                TorchSteps.of(machine).stream()
                        .filter(step -> !step.convolves())
                        .map(step ->
                                anchor(DenseStep.deviceParts(layers, Workload.of(step), true), step.deviceSeconds()))
                        .toList());
    }

    /** Layers of a device that Justus et al. timed. */
    static Transfer layers(String machine, String from) {
        SpecSheetLaw law = DenseLaw.shipped(from).specSheet();
        List<DenseTiming> rows =
                DenseTimings.shipped("dense-" + machine + ".csv").tests();
        List<Anchors.Anchor> steps = new ArrayList<>();
        for (int i = 0; i < rows.size(); i += EVERY) {
            DenseTiming row = rows.get(i);
            steps.add(anchor(
                    law.parts(gpu(machine), row.batch(), row.inputs(), row.outputs(), row.rule()), row.seconds()));
        }
        return new Transfer(machine, from, steps);
    }

    /** Steps of convolutional nets, and of the youngest devices their kernels. */
    static List<Transfer> convolutions() {
        List<Transfer> transfers = new ArrayList<>();
        transfers.add(nets("p2.xlarge", "g4dn.xlarge"));
        transfers.add(nets("p2.xlarge", "h200"));
        transfers.add(nets("g4dn.xlarge", "p2.xlarge"));
        transfers.add(nets("g4dn.xlarge", "h200"));
        for (String machine : YOUNG) {
            transfers.add(kernels(machine, "p2.xlarge"));
            transfers.add(kernels(machine, "g4dn.xlarge"));
        }
        return transfers;
    }

    /** Steps of convolutional nets on an instance of Amazon's. */
    static Transfer nets(String machine, String from) {
        return new Transfer(
                machine,
                from,
                PublishedSteps.NETS.stream()
                        .flatMap(net -> PublishedSteps.of(machine, net).stream())
                        .map(step -> anchor(law(from).parts(gpu(machine), step.terms()), step.seconds()))
                        .toList());
    }

    /** The kernels of such steps on a device that we timed. */
    static Transfer kernels(String machine, String from) {
        return new Transfer(
                machine,
                from,
                TorchSteps.of(machine).stream()
                        .filter(TorchSteps.Step::convolves)
                        .map(step -> {
                            Map<String, Double> parts =
                                    new LinkedHashMap<>(law(from).parts(gpu(machine), step.terms()));
                            parts.keySet().removeAll(List.of("host", "feed"));
                            return anchor(parts, step.deviceSeconds());
                        })
                        .toList());
    }

    private static ConvolutionLaw law(String from) {
        return from.equals("h200") ? TorchSteps.anchored() : PublishedSteps.anchored(from);
    }

    private static Anchors.Anchor anchor(Map<String, Double> seconds, double timed) {
        List<Part> parts = new ArrayList<>();
        seconds.forEach((name, each) -> parts.add(new Part(name, each, "", "")));
        return new Anchors.Anchor(new Breakdown(parts, BY_SHEET, "data sheet", List.of()), timed);
    }

    private static GraphicsProcessor gpu(String machine) {
        return Machines.named(machine.equals("k80") ? "k80-die" : machine).gpu().orElseThrow();
    }

    /** The doubt that they leave: the law of dense layers and that of convolutions count alike. */
    static Doubt doubt() {
        return doubt(transfer -> true);
    }

    /** The same from all that has nothing to do with the generation of a machine. */
    static Doubt doubtWithout(String machine) {
        Generation generation = gpu(machine).generation();
        return doubt(transfer -> !transfer.touches(generation));
    }

    private static Doubt doubt(Predicate<Transfer> counts) {
        return doubt(dense(), counts).and(doubt(convolutions(), counts));
    }

    private static Doubt doubt(List<Transfer> transfers, Predicate<Transfer> counts) {
        return Doubt.of(transfers.stream().filter(counts).map(Transfer::spread).toList());
    }
}
