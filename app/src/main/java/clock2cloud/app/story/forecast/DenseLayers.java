package clock2cloud.app.story.forecast;

import clock2cloud.app.story.gpu.DenseLaw;
import clock2cloud.app.story.gpu.SpecSheetLaw;
import clock2cloud.app.story.gpu.UpdateRule;
import clock2cloud.app.story.machine.GraphicsProcessor;
import clock2cloud.app.story.machine.GraphicsProcessor.Generation;
import clock2cloud.nn.LayerShape;
import clock2cloud.nn.data.ImageShape;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The dense layers of a net on a device: by its own timings where it was timed, else by its data sheet.
 *
 * @param timed the law of this very device
 * @param carried the plainer law of the timed device that is most like it
 */
public record DenseLayers(GraphicsProcessor gpu, Optional<DenseLaw> timed, SpecSheetLaw carried) {
    private static final double KEPLER_BOOST_HERTZ = 875e6;

    /** By the published timings. */
    static DenseLayers of(GraphicsProcessor gpu) {
        String like = gpu.generation() == Generation.KEPLER ? "k80" : "p100";
        return new DenseLayers(
                gpu, device(gpu).map(DenseLaw::shipped), DenseLaw.shipped(like).specSheet());
    }

    /** Seconds by part; without the calls where a framework hands over whole steps. */
    Map<String, Double> parts(Workload work, boolean learns, boolean withCalls) {
        Map<String, Double> sums = new LinkedHashMap<>();
        UpdateRule rule = learns ? work.rule() : UpdateRule.NONE;
        List<ImageShape> shapes = work.net().shapes();
        for (int i = 0; i < work.net().layers().size(); i++) {
            if (work.net().layers().get(i) instanceof LayerShape.Dense dense) {
                int inputs = shapes.get(i).features();
                layer(work.batch(), inputs, dense.outputs(), rule)
                        .forEach((name, seconds) -> sums.merge(name, seconds, Double::sum));
            }
        }
        if (!withCalls) {
            sums.remove("calls");
        }
        return sums;
    }

    private Map<String, Double> layer(int batch, int inputs, int outputs, UpdateRule rule) {
        if (timed.isEmpty()) {
            return carried.parts(gpu, batch, inputs, outputs, rule);
        }
        Map<String, Double> parts = timed.get().parts(batch, inputs, outputs, rule);
        if (timed.get().device().equals("k80") && gpu.boostHertz() < KEPLER_BOOST_HERTZ) {
            parts.replaceAll((name, seconds) ->
                    name.contains("product") ? seconds * KEPLER_BOOST_HERTZ / gpu.boostHertz() : seconds);
        }
        return parts;
    }

    /** The published law that is of this very device. */
    private static Optional<String> device(GraphicsProcessor gpu) {
        if (gpu.name().contains("K80")) {
            return Optional.of("k80");
        }
        return gpu.name().contains("P100") ? Optional.of("p100") : Optional.empty();
    }

    /** Where the coefficients come from. */
    String source() {
        return timed.map(law -> "Justus et al. 2018, " + law.device() + ", 100 rows")
                .orElse("data sheet, shares of peak from Justus et al. 2018");
    }

    /** The interval of a layer called alone. */
    Interval interval(Workload work) {
        if (timed.isEmpty()) {
            return Interval.of(0.5);
        }
        DenseLaw law = timed.get();
        Interval inside = Interval.of(law.logHalfWidth(0.8), law.logHalfWidth(0.9));
        return domain(work) == Domain.INSIDE ? inside : inside.wider(domain(work).factor);
    }

    /** Where the layers lie among those that calibrated. */
    private enum Domain {
        INSIDE(1),
        LARGE(1.5),
        OUTSIDE(2.5);

        private final double factor;

        Domain(double factor) {
            this.factor = factor;
        }
    }

    private Domain domain(Workload work) {
        if (timed.isEmpty()) {
            return Domain.OUTSIDE;
        }
        DenseLaw law = timed.get();
        Domain worst = Domain.INSIDE;
        List<ImageShape> shapes = work.net().shapes();
        for (int i = 0; i < work.net().layers().size(); i++) {
            if (work.net().layers().get(i) instanceof LayerShape.Dense dense) {
                int inputs = shapes.get(i).features();
                double flops = (work.rule().learns() ? 6.0 : 2.0) * work.batch() * inputs * dense.outputs();
                if (law.outside(work.batch(), inputs, dense.outputs(), flops)) {
                    return Domain.OUTSIDE;
                }
                worst = law.large(flops) ? Domain.LARGE : worst;
            }
        }
        return worst;
    }

    /** What a reader should know of these layers on a timed device. */
    List<String> flags(Workload work) {
        return switch (domain(work)) {
            case INSIDE -> List.of();
            case LARGE -> List.of("large: among the largest 15% of the timed layers, interval widened");
            case OUTSIDE -> List.of("outside: layers of up to 64 rows and 4096 wide were timed, interval widened");
        };
    }
}
