package clock2cloud.signal.circuit;

import clock2cloud.signal.netlist.Netlist;
import java.util.Map;

/**
 * The direct-current answer before time begins: Newton from zero, then with a shunt from every node that fades away (gmin
 * stepping), then with sources that rise (source stepping). {@code .ic} nodes are held by a stiff source.
 */
final class OperatingPoint {
    private static final double CLAMP_SIEMENS = 1e10;
    private static final int FLIPS = 50;

    private final Equations equations;
    private final NewtonSolver solver;
    private final Runnable changed;

    /** {@code changed} is run when the linear part has changed. */
    OperatingPoint(Equations equations, NewtonSolver solver, Runnable changed) {
        this.equations = equations;
        this.solver = solver;
        this.changed = changed;
    }

    double[] solve() {
        Map<Integer, Double> held = equations.netlist.initialVolts();
        held.keySet().stream().filter(node -> node != Netlist.GROUND).forEach(node -> clamp(node, CLAMP_SIEMENS));
        changed.run();
        double[] x = new double[equations.size + 1];
        for (int flips = 0; ; flips++) {
            x = converged(x, held);
            boolean flipped = false;
            for (SwitchDevice s : equations.switches) {
                if (s.past(x) > 0) {
                    s.flip();
                    flipped = true;
                }
            }
            if (!flipped || flips == FLIPS) {
                break;
            }
            changed.run();
        }
        held.keySet().stream().filter(node -> node != Netlist.GROUND).forEach(node -> clamp(node, -CLAMP_SIEMENS));
        changed.run();
        return x;
    }

    private void clamp(int node, double siemens) {
        equations.steadyG[equations.nodeDiagonal[node - 1]] += siemens;
    }

    private double[] converged(double[] guess, Map<Integer, Double> held) {
        double[] x = guess.clone();
        if (attempt(x, held, 1, 0)) {
            return x;
        }
        x = new double[guess.length];
        if (shunted(x, held, 1)) {
            return x;
        }
        x = new double[guess.length];
        double reached = 0;
        double stride = 0.1;
        while (reached < 1 && stride > 1e-5) {
            double[] trial = x.clone();
            double share = Math.min(1, reached + stride);
            if (attempt(trial, held, share, 0) || shunted(trial, held, share)) {
                x = trial;
                reached = share;
                stride *= 2;
            } else {
                stride /= 4;
            }
        }
        if (reached < 1) {
            throw equations.refused(
                    solver.worst(),
                    "has no operating point at t=0 s: Newton, gmin stepping and source stepping (to "
                            + Math.round(100 * reached) + "% of the sources) did not converge");
        }
        return x;
    }

    private boolean shunted(double[] x, Map<Integer, Double> held, double share) {
        double shunt = 1e-2;
        double factor = 10;
        double[] good = x.clone();
        while (shunt > 1e-13) {
            double[] trial = good.clone();
            if (attempt(trial, held, share, shunt)) {
                good = trial;
                shunt /= factor;
            } else if (factor > 1.3 && shunt < 1e-2) {
                shunt *= factor;
                factor = Math.sqrt(factor);
                shunt /= factor;
            } else {
                return false;
            }
        }
        System.arraycopy(good, 0, x, 0, x.length);
        return attempt(x, held, share, 0);
    }

    private boolean attempt(double[] x, Map<Integer, Double> held, double share, double shunt) {
        double[] b = new double[equations.size + 1];
        equations.addSources(0, share, b);
        held.forEach((node, volts) -> {
            if (node != Netlist.GROUND) {
                b[node - 1] += CLAMP_SIEMENS * volts * share;
            }
        });
        NewtonSolver.Mode mode = new NewtonSolver.Mode(Integrator.STEADY, true, 1e-12, shunt, 1e-7, 1e-9, 150);
        return solver.solve(b, mode, x);
    }
}
