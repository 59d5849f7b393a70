package clock2cloud.app.story.gpu;

import clock2cloud.app.story.NamedNets;
import clock2cloud.app.story.Shipped;
import clock2cloud.app.story.machine.GraphicsProcessor;
import clock2cloud.app.story.machine.Machines;
import clock2cloud.nn.Net;
import clock2cloud.nn.Work;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalInt;
import java.util.concurrent.ConcurrentHashMap;

/** Steps of two convolutional nets on two rented GPUs (ddps-lab/profet, 2021), and the laws that either net gives for the other. */
public final class PublishedSteps {
    /** Where the steps were timed. */
    public static final List<String> INSTANCES = List.of("p2.xlarge", "g4dn.xlarge");

    /** What was timed. */
    public static final List<String> NETS = List.of("lenet5", "cifar10-cnn");

    private static final List<Step> STEPS = read();

    private static final Map<String, ConvolutionLaw> LAWS = new ConcurrentHashMap<>();

    private PublishedSteps() {}

    /** One measured step. */
    public record Step(
            String instance, String net, int pixels, int batch, double seconds, double lowSeconds, double highSeconds) {
        public Net shape() {
            return NamedNets.of(net, OptionalInt.of(pixels), OptionalInt.empty());
        }

        /** Exact operations of the step. */
        public double flops() {
            return Work.of(shape(), batch).flopsPerStep();
        }

        public ConvolutionTerms terms() {
            return ConvolutionTerms.of(shape(), batch, UpdateRule.SGD);
        }
    }

    private static List<Step> read() {
        List<Step> steps = new ArrayList<>();
        for (String line : Shipped.text("timing/profet-small-cnn.csv").lines().toList()) {
            if (!line.startsWith("#") && !line.startsWith("instance")) {
                String[] cell = line.split(",", -1);
                steps.add(new Step(
                        cell[0],
                        cell[2].toLowerCase(Locale.ROOT).replace('_', '-'),
                        Integer.parseInt(cell[1]),
                        Integer.parseInt(cell[4]),
                        Double.parseDouble(cell[5]),
                        Double.parseDouble(cell[6]),
                        Double.parseDouble(cell[7])));
            }
        }
        return List.copyOf(steps);
    }

    public static List<Step> of(String instance, String net) {
        return STEPS.stream()
                .filter(step -> step.instance().equals(instance) && step.net().equals(net))
                .toList();
    }

    /** The law of an instance from one net, the anchor. */
    public static ConvolutionLaw anchoredOn(String instance, String net) {
        return LAWS.computeIfAbsent(instance + " " + net, key -> fitted(instance, of(instance, net)));
    }

    /** The law of an instance from both nets. */
    public static ConvolutionLaw anchored(String instance) {
        return LAWS.computeIfAbsent(
                instance,
                key -> fitted(
                        instance,
                        STEPS.stream()
                                .filter(step -> step.instance().equals(instance))
                                .toList()));
    }

    /** The law for a net, which has never seen that net: from the other one where it is one of the two, else from both. */
    public static ConvolutionLaw notFrom(String instance, String net) {
        return NETS.contains(net)
                ? anchoredOn(instance, net.equals(NETS.get(0)) ? NETS.get(1) : NETS.get(0))
                : anchored(instance);
    }

    private static ConvolutionLaw fitted(String instance, List<Step> steps) {
        GraphicsProcessor gpu = Machines.named(instance).gpu().orElseThrow();
        return ConvolutionLaw.fit(
                gpu,
                steps.stream()
                        .map(step -> new ConvolutionLaw.Anchor(step.terms(), step.seconds(), true))
                        .toList());
    }
}
