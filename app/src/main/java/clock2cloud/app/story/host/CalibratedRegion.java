package clock2cloud.app.story.host;

import clock2cloud.nn.LayerShape;
import clock2cloud.nn.Net;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The nets that the calibration's corners span; outside of it an interval doubles. */
final class CalibratedRegion {
    private static final int[] WIDTHS = {10, 2300};

    private static final int[] BATCHES = {8, 560};
    private static final int[] INPUTS = {10, 4000};
    private static final int[] FILTERS = {4, 80};
    private static final int[] WINDOWS = {3, 5};

    private CalibratedRegion() {}

    /** What lies outside, in words; empty for a net inside. */
    static List<String> flags(Net net, int batch, String optimizer, StepModel model) {
        List<String> flags = new ArrayList<>();
        int dense = 0;
        for (LayerShape layer : net.layers().subList(0, net.layers().size() - 1)) {
            if (layer instanceof LayerShape.Dense d) {
                dense++;
                outside(d.outputs(), WIDTHS, "a layer of " + d.outputs() + " neurons")
                        .ifPresent(flags::add);
            } else if (layer instanceof LayerShape.Convolution c) {
                outside(c.filters(), FILTERS, c.filters() + " filters").ifPresent(flags::add);
                outside(c.size(), WINDOWS, "a window of " + c.size() + " pixels")
                        .ifPresent(flags::add);
            } else if (layer instanceof LayerShape.Pooling p && p.size() != 2) {
                flags.add("outside: pooling by " + p.size() + "; calibrated by 2");
            }
        }
        outside(batch, BATCHES, "batch " + batch).ifPresent(flags::add);
        if (dense > 4) {
            flags.add("outside: " + dense + " hidden layers; calibrated 1 to 4");
        }
        outside(net.inputs(), INPUTS, net.inputs() + " inputs").ifPresent(flags::add);
        if (!model.knows(optimizer)) {
            flags.add("outside: " + optimizer + " is not calibrated, and its own work is left out");
        }
        return flags.stream().distinct().toList();
    }

    private static Optional<String> outside(int value, int[] range, String what) {
        return value >= range[0] && value <= range[1]
                ? Optional.empty()
                : Optional.of("outside: " + what + "; calibrated " + range[0] + " to " + range[1]);
    }
}
