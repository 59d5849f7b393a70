package clock2cloud.signal.circuit;

import clock2cloud.signal.netlist.DeckException;
import clock2cloud.signal.netlist.Netlist;

/**
 * The transient analysis of a netlist. Steps end on the corners of the sources and of the waves on lines. After a corner,
 * two tiny backward Euler steps find the new slopes; then the trapezoidal rule (or Gear's) goes on with its local error
 * under control.
 */
public final class Transient {
    private static final int MOST_REFUSALS = 200;
    private static final int MOST_FLIPS = 1000;
    private static final int MOST_JUMPS = 1000;
    private static final long MOST_VALUES = 1L << 28;

    private final Netlist netlist;
    private final Netlist.Analysis analysis;
    private final Settings settings;
    private final Equations equations;
    private final Stepper stepper;
    private final History history;
    private final Recorder recorder;
    private final StepSizes sizes;
    private final Corners corners;
    private final Ringing ringing = new Ringing();
    private final double longest;
    private double stepBefore;
    private double chatterSince;
    private int chatter;
    private boolean jumped;
    private int jumps;

    private Transient(Netlist netlist, Settings settings) {
        this.netlist = netlist;
        this.settings = settings;
        analysis = netlist.analysis()
                .orElseThrow(() -> new DeckException(
                        netlist.file(), 1, "the deck has no .tran card: add one such as '.tran 10p 10n'"));
        Topology.check(netlist, !analysis.useInitialConditions());
        equations = new Equations(netlist);
        recorder = new Recorder(netlist, equations, analysis);
        if (recorder.values() > MOST_VALUES) {
            throw refused(".tran asks for " + analysis.rows() + " output rows: take a longer step");
        }
        history = new History(equations.size, equations.nodes, settings.errorFraction(equations));
        stepper = new Stepper(equations, history);
        longest = longestStep();
        sizes = equations.linear() || !settings.controlled()
                ? new HalvingSteps(longest, settings.controlled())
                : new FreeSteps(longest);
        corners = new Corners(equations.stimuli, analysis.stopSeconds());
    }

    /** Runs the deck's {@code .tran} with the standard settings, and what its {@code .options} say about them. */
    public static Waveforms run(Netlist netlist) {
        return run(netlist, Settings.STANDARD.with(netlist.options()));
    }

    public static Waveforms run(Netlist netlist, Settings settings) {
        return new Transient(netlist, settings).run();
    }

    private DeckException refused(String why) {
        return new DeckException(netlist.file(), analysis.line(), why);
    }

    private double longestStep() {
        double span = analysis.stopSeconds() - analysis.startSeconds();
        double most = Math.min(analysis.longestStepSeconds(), settings.longestStepSeconds());
        most = Math.min(most, settings.controlled() ? span / 50 : span);
        for (LineDevice line : equations.lines) {
            most = Math.min(most, line.delaySeconds);
        }
        if (analysis.stopSeconds() / most > 1e9) {
            throw refused(
                    ".tran to " + analysis.stopSeconds() + " s needs more than 1e9 steps of at most " + most + " s");
        }
        return most;
    }

    private Waveforms run() {
        stepper.start(analysis.useInitialConditions());
        if (!analysis.useInitialConditions()) {
            recorder.first(stepper.x);
        }
        double end = analysis.stopSeconds() * (1 - 1e-13);
        while (stepper.t < end) {
            segment(corners.after(stepper.t));
        }
        recorder.finish(history);
        return recorder.waveforms(stepper.effort());
    }

    /** From a corner to the next one. */
    private void segment(double end) {
        double begin = stepper.t;
        double gap = end - begin;
        history.corner();
        equations.lines.forEach(LineDevice::corner);
        double tiny = Math.max(1e-7 * Math.min(gap, longest), 1e-12 * analysis.stopSeconds());
        if (gap < 8 * tiny) {
            forced(gap, end);
            recorder.first(stepper.x);
            return;
        }
        tiny = HalvingSteps.rounded(tiny);
        for (int i = 1; i <= 2; i++) {
            forced(tiny, begin + i * tiny);
            if (i == 2 && begin == 0) {
                recorder.first(stepper.x);
            }
        }
        sizes.corner(gap);
        ringing.corner();
        int taken = 2;
        jumped = false;
        while (stepper.t < end && !jumped && !switched()) {
            step(end, taken);
            taken++;
            if (taken == 3) {
                bends(begin);
            }
        }
    }

    private void forced(double h, double tEnd) {
        if (!stepper.forced(Integrator.euler(h), tEnd)) {
            throw equations.refused(
                    stepper.worst(),
                    "did not converge at t=" + tEnd + " s: Newton failed in 100 iterations over a step of " + h
                            + " s after a corner of the sources");
        }
        stepBefore = h;
        recorder.upTo(tEnd, history);
    }

    /** Where the waves that left lines at a corner will make corners at the far ends. */
    private void bends(double corner) {
        for (LineDevice line : equations.lines) {
            double bend = line.bend(3) * Math.min(line.delaySeconds, longest);
            if (bend > 1e-7 * history.widest() || corner == 0) {
                corners.arrival(corner + line.delaySeconds);
            }
        }
    }

    /** One step towards the end of the segment, shortened until it is good. */
    private void step(double end, int taken) {
        boolean damped = settings.method() == Settings.Method.GEAR || ringing.damp();
        boolean gear = damped && taken > 2;
        double constant = settings.controlled() ? gear ? 2.0 / 9 : 1.0 / 12 : 0;
        double h = 0;
        for (int tries = 0; tries <= MOST_REFUSALS; tries++) {
            double left = end - stepper.t;
            h = sizes.next(left);
            double tEnd = h == left ? end : stepper.t + h;
            if (!(tEnd > stepper.t)) {
                break;
            }
            Integrator rule = gear ? Integrator.gear(h, stepBefore) : Integrator.trapezoidal(h);
            boolean last = sizes.finest();
            Stepper.Outcome outcome = stepper.attempt(rule, tEnd, constant);
            boolean good = outcome == Stepper.Outcome.TAKEN || last && stepper.error < Double.POSITIVE_INFINITY;
            if (good && !(early(tEnd) && !last)) {
                sizes.taken(stepper.error);
                if (settings.controlled()) {
                    ringing.saw(history.worst(), stepper.deviation(history.worst()));
                }
                stepper.accept(rule, tEnd);
                stepBefore = h;
                recorder.upTo(tEnd, history);
                if (outcome != Stepper.Outcome.TAKEN) {
                    jump(h);
                }
                return;
            }
            if (last) {
                break;
            }
            stepper.rejected++;
            sizes.refused(good ? 8 : stepper.error);
        }
        throw equations.refused(
                stepper.worst(),
                (stepper.error == Double.POSITIVE_INFINITY ? "did not converge" : "does not settle") + " after t="
                        + stepper.t + " s: steps down to " + h + " s were tried");
    }

    /**
     * A node without capacitance jumped, as in a trigger that turns over: no step is short enough for that, and what lies before
     * the jump says nothing of what comes after. So a corner lies there.
     */
    private void jump(double h) {
        jumped = true;
        if (++jumps > MOST_JUMPS) {
            throw equations.refused(
                    stepper.worst(),
                    "jumps without end after t=" + stepper.t + " s: " + MOST_JUMPS + " times at steps of " + h
                            + " s; give the node a capacitance");
        }
    }

    /** A switch would change well inside this step: go there with shorter steps first. */
    private boolean early(double tEnd) {
        for (SwitchDevice s : equations.switches) {
            double past = s.past(stepper.x);
            if (past > 0 && tEnd - stepper.t > 1e-9 * analysis.stopSeconds()) {
                double before = s.past(history.newest());
                if (before < 0 && past > -1e-6 * before) {
                    return true;
                }
            }
        }
        return false;
    }

    private boolean switched() {
        boolean changed = false;
        for (SwitchDevice s : equations.switches) {
            if (s.past(stepper.x) > 0) {
                s.flip();
                changed = true;
                settles(s);
            }
        }
        if (changed) {
            stepper.switched();
        }
        return changed;
    }

    /** Refuses a switch that changes its own control back at once, for ever. */
    private void settles(SwitchDevice s) {
        if (stepper.t - chatterSince > 1e-4 * analysis.stopSeconds()) {
            chatterSince = stepper.t;
            chatter = 0;
        }
        if (++chatter > MOST_FLIPS) {
            throw new DeckException(
                    netlist.file(),
                    s.line,
                    s.name + " opens and closes without end at t=" + stepper.t + " s (" + MOST_FLIPS
                            + " changes were followed): give it hysteresis (VH) or its control a capacitance");
        }
    }
}
