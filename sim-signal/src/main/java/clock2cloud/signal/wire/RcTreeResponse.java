package clock2cloud.signal.wire;

import clock2cloud.signal.Domain;
import org.apache.commons.math3.linear.Array2DRowRealMatrix;
import org.apache.commons.math3.linear.EigenDecomposition;
import org.apache.commons.math3.linear.RealMatrix;

/**
 * The exact step response of a tree's node, {@code 1 - sum w_j exp(-rate_j t)}: the eigenvalues of {@code C^-1/2 G C^-1/2}.
 *
 * <p>Every node needs a capacitance; a bare junction is given a millionth of the tree's mean.
 */
final class RcTreeResponse implements StepResponse {
    private static final int MOST_NODES = 1000;
    private final double[] rate;
    private final double[] weight;

    private RcTreeResponse(double[] rate, double[] weight) {
        this.rate = rate;
        this.weight = weight;
    }

    static RcTreeResponse of(RcTree tree, int node) {
        int n = tree.size();
        Domain.require(n <= MOST_NODES, "RC tree: the exact response takes up to %d nodes, got %d", MOST_NODES, n);
        double[] root = rootsOfFarads(tree);
        RealMatrix conductance = new Array2DRowRealMatrix(n, n);
        for (int i = 0; i < n; i++) {
            double siemens = 1 / tree.ohms(i);
            int up = tree.parent(i);
            conductance.addToEntry(i, i, siemens / (root[i] * root[i]));
            if (up >= 0) {
                conductance.addToEntry(up, up, siemens / (root[up] * root[up]));
                conductance.addToEntry(i, up, -siemens / (root[i] * root[up]));
                conductance.addToEntry(up, i, -siemens / (root[i] * root[up]));
            }
        }
        EigenDecomposition eigen = new EigenDecomposition(conductance);
        double[] weight = new double[n];
        for (int j = 0; j < n; j++) {
            double projection = 0;
            for (int i = 0; i < n; i++) {
                projection += eigen.getV().getEntry(i, j) * root[i];
            }
            weight[j] = projection * eigen.getV().getEntry(node, j) / root[node];
        }
        return new RcTreeResponse(eigen.getRealEigenvalues(), weight);
    }

    private static double[] rootsOfFarads(RcTree tree) {
        double[] root = new double[tree.size()];
        double all = 0;
        for (int i = 0; i < root.length; i++) {
            all += tree.farads(i);
        }
        for (int i = 0; i < root.length; i++) {
            root[i] = Math.sqrt(Math.max(tree.farads(i), 1e-6 * all / root.length));
        }
        return root;
    }

    @Override
    public double at(double seconds) {
        if (seconds <= 0) {
            return 0;
        }
        double v = 1;
        for (int j = 0; j < rate.length; j++) {
            v -= weight[j] * Math.exp(-rate[j] * seconds);
        }
        return v;
    }
}
