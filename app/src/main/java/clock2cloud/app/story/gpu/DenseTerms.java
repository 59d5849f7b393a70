package clock2cloud.app.story.gpu;

import java.util.List;

/**
 * What a dense layer costs, term by term, before any coefficient. The library picks another kernel as the batch grows past
 * each of {@code kernelRows}; the last kernel works in waves of {@code waveColumns} columns and 64 rows, and a wave begun takes
 * as long as a full one.
 *
 * @param kernelRows the largest batch of each kernel but the last
 * @param waveColumns multiprocessors times the columns of a tile; 1 where no waves are seen
 */
public record DenseTerms(List<Integer> kernelRows, int waveColumns) {
    private static final int TILE_ROWS = 64;

    public DenseTerms {
        kernelRows = List.copyOf(kernelRows);
    }

    /** The part of the waterfall that a term of {@link #amounts} belongs to. */
    public String group(int term) {
        int kernels = kernelRows.size() + 1;
        int rules = UpdateRule.values().length;
        if (term < rules) {
            return "calls";
        }
        if (term < rules + 2 * kernels) {
            return "forward product";
        }
        if (term < rules + 4 * kernels) {
            return "input gradient";
        }
        if (term < rules + 4 * kernels + rules - 1) {
            return "update";
        }
        return term == rules + 4 * kernels + rules - 1 ? "weight gradient" : "activations";
    }

    /** The amounts: calls by rule, then each kernel's weights and operations forward and backward, updates, activations. */
    public double[] amounts(int batch, int inputs, int outputs, UpdateRule rule) {
        int kernels = kernelRows.size() + 1;
        int rules = UpdateRule.values().length;
        double[] a = new double[rules + 4 * kernels + rules - 1 + 7];
        double weights = (double) inputs * outputs;
        double learns = rule.learns() ? 1 : 0;
        a[0] = 1;
        a[1] = learns;
        if (rule.place() >= 2) {
            a[rule.place()] = 1;
        }
        int kernel = kernel(batch);
        boolean waves = kernel == kernels - 1;
        int at = rules + 2 * kernel;
        a[at] = (waves ? inWaves(batch, outputs) * inputs : weights) / 1e7;
        a[at + 1] = batch * weights / 1e8;
        at += 2 * kernels;
        a[at] = learns * (waves ? inWaves(batch, inputs) * outputs : weights) / 1e7;
        a[at + 1] = learns * batch * weights / 1e8;
        at = rules + 4 * kernels;
        if (rule.learns()) {
            a[at + rule.place() - 1] = weights / 1e7;
        }
        at += rules - 1;
        a[at] = learns * batch * weights / 1e8;
        a[at + 1] = batch * (double) (inputs + outputs) / 1e6;
        a[at + 2] = inputs / 1e3;
        a[at + 3] = outputs / 1e3;
        a[at + 4] = learns * inputs / 1e3;
        a[at + 5] = learns * outputs / 1e3;
        a[at + 6] = learns * batch * (double) (inputs + outputs) / 1e6;
        return a;
    }

    private int kernel(int batch) {
        int kernel = 0;
        while (kernel < kernelRows.size() && batch > kernelRows.get(kernel)) {
            kernel++;
        }
        return kernel;
    }

    /** Columns that are paid for: whole waves of tiles, for every 64 rows begun. */
    private double inWaves(int batch, int columns) {
        double tileRows = Math.ceil(batch / (double) TILE_ROWS);
        return waveColumns == 1 ? tileRows * columns : Math.ceil(tileRows * columns / waveColumns) * waveColumns;
    }
}
