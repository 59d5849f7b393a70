package clock2cloud.signal.circuit;

/** What one device has stamped between its unknowns, so that only differences need to be added. */
final class Stamp {
    private final int[] nodes;
    private final int[] slots;
    private final double[] siemens;
    private final double[] amperes;

    /** Slots row by row. */
    Stamp(int[] nodes, int[] slots) {
        this.nodes = nodes;
        this.slots = slots;
        siemens = new double[slots.length];
        amperes = new double[nodes.length];
    }

    /** Replaces the device's matrix (row by row) and right side. */
    void put(double[] newSiemens, double[] newAmperes, Stamps into) {
        for (int r = 0; r < amperes.length; r++) {
            into.right[nodes[r]] += newAmperes[r] - amperes[r];
            amperes[r] = newAmperes[r];
        }
        double[] matrix = into.matrix;
        int n = amperes.length;
        for (int c = 0; c < n; c++) {
            boolean changed = false;
            for (int e = c; e < siemens.length; e += n) {
                double difference = newSiemens[e] - siemens[e];
                if (difference != 0) {
                    matrix[slots[e]] += difference;
                    siemens[e] = newSiemens[e];
                    changed = true;
                }
            }
            if (changed) {
                into.change(nodes[c]);
            }
        }
    }

    void again(Stamps into) {
        for (double ampere : amperes) {
            if (!Double.isFinite(ampere)) {
                java.util.Arrays.fill(amperes, 0);
                java.util.Arrays.fill(siemens, 0);
            }
        }
        for (int r = 0; r < amperes.length; r++) {
            into.right[nodes[r]] += amperes[r];
        }
        for (int e = 0; e < siemens.length; e++) {
            into.matrix[slots[e]] += siemens[e];
        }
    }
}
