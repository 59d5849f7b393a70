package clock2cloud.signal.circuit;

import clock2cloud.signal.netlist.DeckException;
import clock2cloud.signal.netlist.Netlist;
import java.util.Arrays;
import java.util.PriorityQueue;

/**
 * The transient analysis of a netlist. Steps are the longest one divided by powers of two, so that factors are used again,
 * and end on the corners of the sources and of the waves on lines. After a corner, two tiny backward Euler steps find the
 * new slopes; then the trapezoidal rule goes on with its local error under control.
 */
public final class Transient {
    private static final int FINEST = 60;
    private static final int MOST_REFUSALS = 200;

    private static final long MOST_VALUES = 1L << 28;

    private final Netlist netlist;
    private final Netlist.Analysis analysis;
    private final Settings settings;
    private final Equations equations;
    private final Solver solver;
    private final History history;
    private final Recorder recorder;
    private final int size;
    private final double longest;
    private final double[] x;
    private final double[] predicted;
    private final double[] right;
    private final double[] charge;
    private final double[] chargeNew;
    private final double[] chargeBefore;
    private final double[] amperes;
    private final PriorityQueue<Double> lineCorners = new PriorityQueue<>();
    private final double[] sourceCorners;
    private double t;
    private double stepBefore;
    private int level;
    private long steps;
    private long rejected;

    private Transient(Netlist netlist, Settings settings) {
        this.netlist = netlist;
        this.settings = settings;
        analysis = netlist.analysis()
                .orElseThrow(() -> new DeckException(
                        netlist.file(), 1, "the deck has no .tran card: add one such as '.tran 10p 10n'"));
        Topology.check(netlist, !analysis.useInitialConditions());
        equations = new Equations(netlist);
        size = equations.size;
        recorder = new Recorder(netlist, equations, analysis);
        if (recorder.values() > MOST_VALUES) {
            throw new DeckException(
                    netlist.file(),
                    analysis.line(),
                    ".tran asks for " + analysis.rows() + " output rows: take a longer step");
        }
        solver = new Solver(equations);
        boolean linear = equations.linear();
        double crowd = Math.min(250, Math.max(1, size / 20.0));
        history = new History(
                size,
                equations.nodes,
                linear ? settings.linearErrorFraction() * crowd : settings.nonlinearErrorFraction());
        longest = longestStep();
        x = new double[size + 1];
        predicted = new double[size + 1];
        right = new double[size + 1];
        charge = new double[size];
        chargeNew = new double[size];
        chargeBefore = new double[size];
        amperes = new double[size];
        sourceCorners = new double[equations.stimuli.length];
        Arrays.fill(sourceCorners, -1);
    }

    /** Runs the deck's {@code .tran} with the standard settings. */
    public static Waveforms run(Netlist netlist) {
        return run(netlist, Settings.STANDARD);
    }

    public static Waveforms run(Netlist netlist, Settings settings) {
        return new Transient(netlist, settings).run();
    }

    private double longestStep() {
        double span = analysis.stopSeconds() - analysis.startSeconds();
        double most = Math.min(analysis.longestStepSeconds(), settings.longestStepSeconds());
        most = Math.min(most, settings.controlled() ? span / 50 : span);
        for (LineDevice line : equations.lines) {
            most = Math.min(most, line.delaySeconds);
        }
        if (analysis.stopSeconds() / most > 1e9) {
            throw new DeckException(
                    netlist.file(),
                    analysis.line(),
                    ".tran to " + analysis.stopSeconds() + " s needs more than 1e9 steps of at most " + most + " s");
        }
        return most;
    }

    private Waveforms run() {
        start();
        double end = analysis.stopSeconds() * (1 - 1e-13);
        while (t < end) {
            segment(Math.min(nextCorner(), analysis.stopSeconds()));
        }
        recorder.finish(history);
        return recorder.waveforms(
                new Waveforms.Effort(size, steps, rejected, solver.iterations(), solver.factorisations()));
    }

    private void start() {
        if (analysis.useInitialConditions()) {
            InitialConditions.set(equations, x, charge);
        } else {
            System.arraycopy(new OperatingPoint(equations, solver).solve(), 0, x, 0, size + 1);
            equations.charges(x, charge);
        }
        equations.devices.forEach(device -> device.start(x));
        equations.lines.forEach(line -> line.start(x));
        history.accept(0, x);
        if (!analysis.useInitialConditions()) {
            recorder.first(x);
        }
        level = 6;
    }

    private double nextCorner() {
        double first = Double.POSITIVE_INFINITY;
        double after = t + 1e-13 * analysis.stopSeconds();
        for (int k = 0; k < sourceCorners.length; k++) {
            if (sourceCorners[k] <= after) {
                sourceCorners[k] = equations.stimuli[k].cornerAfter(after);
            }
            first = Math.min(first, sourceCorners[k]);
        }
        while (!lineCorners.isEmpty() && lineCorners.peek() <= after) {
            lineCorners.poll();
        }
        return lineCorners.isEmpty() ? first : Math.min(first, lineCorners.peek());
    }

    /** From a corner to the next one. */
    private void segment(double end) {
        double gap = end - t;
        double begin = t;
        history.corner();
        equations.lines.forEach(LineDevice::corner);
        double tiny = Math.max(1e-7 * Math.min(gap, longest), 1e-12 * analysis.stopSeconds());
        if (gap < 8 * tiny) {
            step(Integrator.euler(gap), gap, end, false);
            recorder.first(x);
            return;
        }
        tiny = rounded(tiny);
        for (int i = 1; i <= 2; i++) {
            step(Integrator.euler(tiny), tiny, begin + i * tiny, false);
            if (i == 2 && begin == 0) {
                recorder.first(x);
            }
        }
        int needed = (int) Math.ceil(Math.log(Math.max(1, 64 * longest / gap)) / Math.log(2));
        level = settings.controlled() ? Math.min(Math.max(needed, level), FINEST) : 0;
        int taken = 2;
        int refusals = 0;
        while (t < end) {
            double left = end - t;
            double h = Math.scalb(longest, -level);
            if (left <= h * (1 + 1e-9)) {
                h = left;
            } else if (left < 2 * h) {
                h = left / 2;
            }
            boolean last = h == left;
            h = rounded(h);
            double tEnd = last ? end : t + h;
            Integrator rule = settings.method() == Settings.Method.GEAR && taken > 2
                    ? Integrator.gear(h, stepBefore)
                    : Integrator.trapezoidal(h);
            if (!(tEnd > t) || refusals > MOST_REFUSALS) {
                throw equations.refused(
                        history.worst(), "does not get past t=" + t + " s: steps down to " + h + " s were tried");
            }
            refusals++;
            if (step(rule, h, tEnd, true)) {
                refusals = 0;
                taken++;
                if (taken == 3) {
                    bends(begin);
                }
                if (switched()) {
                    return;
                }
            }
        }
    }

    private static double rounded(double h) {
        return Double.longBitsToDouble(Double.doubleToLongBits(h) & ~0xFFFFL);
    }

    /** Where the waves that left lines at a corner will make corners at the far ends. */
    private void bends(double corner) {
        for (LineDevice line : equations.lines) {
            double bend = line.bend(3) * Math.min(line.delaySeconds, longest);
            if (bend > 1e-7 * history.widest() || corner == 0) {
                lineCorners.add(corner + line.delaySeconds);
            }
        }
    }

    private boolean step(Integrator rule, double h, double tEnd, boolean measured) {
        begin(rule, tEnd);
        history.predict(tEnd, x);
        System.arraycopy(x, 0, predicted, 0, size);
        if (!solved(rule, tEnd, measured)) {
            return false;
        }
        if (measured && settings.controlled()) {
            double constant = settings.method() == Settings.Method.GEAR ? 2.0 / 9 : 1.0 / 12;
            double error = history.error(tEnd, x, predicted, constant);
            if (error > 1 && level < FINEST) {
                rejected++;
                level += Math.max(1, Math.min(12, (int) Math.ceil(Math.log(error) / Math.log(8))));
                return false;
            }
            if (early(tEnd)) {
                return false;
            }
            if (error < 0.1 && level > 0) {
                level--;
            }
        }
        accept(rule, h, tEnd);
        return true;
    }

    private void begin(Integrator rule, double tEnd) {
        for (int i = 0; i < size; i++) {
            right[i] = rule.now() * charge[i] + rule.current() * amperes[i];
        }
        if (rule.before() != 0) {
            for (int i = 0; i < size; i++) {
                right[i] += rule.before() * chargeBefore[i];
            }
        }
        equations.addSources(tEnd, 1, right);
        for (LineDevice line : equations.lines) {
            right[line.firstBranch] += line.arriving(tEnd, 0);
            right[line.firstBranch + 1] += line.arriving(tEnd, 1);
        }
        for (Device device : equations.devices) {
            device.begin(rule);
        }
    }

    private boolean solved(Integrator rule, double tEnd, boolean measured) {
        if (equations.linear()) {
            solver.linear(right, rule.slope(), x);
            return true;
        }
        double tolerance = measured ? 4e-4 : 1e-9;
        Solver.Mode mode = new Solver.Mode(
                rule, false, 1e-12, 0, tolerance, Math.min(1e-6, tolerance * 1e-2), measured ? 12 : 100);
        if (solver.newton(right, mode, x)) {
            return true;
        }
        if (!measured || level >= FINEST) {
            throw equations.refused(
                    solver.worst(),
                    "did not converge at t=" + tEnd + " s: Newton failed with steps down to "
                            + (measured ? Math.scalb(longest, -FINEST) : 1 / rule.slope()) + " s");
        }
        rejected++;
        level = Math.min(FINEST, level + 3);
        return false;
    }

    private void accept(Integrator rule, double h, double tEnd) {
        equations.charges(x, chargeNew);
        for (int i = 0; i < size; i++) {
            double now = chargeNew[i];
            amperes[i] = rule.slope() * now
                    - rule.now() * charge[i]
                    - rule.before() * chargeBefore[i]
                    - rule.current() * amperes[i];
            chargeBefore[i] = charge[i];
            charge[i] = now;
        }
        for (Device device : equations.devices) {
            device.accept(x, rule);
        }
        t = tEnd;
        stepBefore = h;
        steps++;
        for (LineDevice line : equations.lines) {
            line.accept(t, x, false);
        }
        history.accept(t, x);
        recorder.upTo(t, history);
    }

    /** A switch would change well inside this step: go there with shorter steps first. */
    private boolean early(double tEnd) {
        for (SwitchDevice s : equations.switches) {
            if (s.past(x) > 0 && tEnd - t > 1e-9 * analysis.stopSeconds() && level < FINEST) {
                double before = s.past(history.newest());
                if (before < 0 && s.past(x) > -1e-6 * before) {
                    level += 1;
                    rejected++;
                    return true;
                }
            }
        }
        return false;
    }

    private boolean switched() {
        boolean changed = false;
        for (SwitchDevice s : equations.switches) {
            if (s.past(x) > 0) {
                s.flip();
                changed = true;
            }
        }
        if (changed) {
            solver.switched();
        }
        return changed;
    }
}
