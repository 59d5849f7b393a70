package clock2cloud.signal.circuit;

import clock2cloud.signal.netlist.DeckException;
import clock2cloud.signal.netlist.Netlist;

/**
 * The transient analysis of a netlist. Steps end on the corners of the sources and of the waves on lines. After a corner,
 * two tiny backward Euler steps find the new slopes; then {@link LobattoStep} (in most linear circuits), the trapezoidal rule
 * or Gear's goes on with its local error under control.
 */
public final class Transient {
    private static final int MOST_REFUSALS = 200;
    private static final long MOST_VALUES = 1L << 28;
    private static final double MOST_VOLTS = 1e100;

    /** Share of the swing: a wave whose kink moves it less than that over the longest step needs no corner where it arrives. */
    private static final double LEAST_BEND = 1e-4;

    /** Kinks are looked for so many steps after a corner: before that there is no curve to tell them from. */
    private static final int BEND_SEEN = 5;

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
    private final SwitchWatch switches;
    private final Recurrence jumps;
    private final double shortestDelay;
    private final double longest;
    private final boolean fourth;
    private double stepBefore;
    private boolean jumped;

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
        fourth = settings.fourth(equations);
        int order = fourth ? 4 : 3;
        double expected = equations.sourceVolts(analysis.stopSeconds());
        history = new History(equations.size, equations.nodes, settings.errorFraction(equations), order, expected);
        stepper = new Stepper(equations, history);
        shortestDelay = equations.lines.stream()
                .mapToDouble(line -> line.delaySeconds)
                .min()
                .orElse(Double.POSITIVE_INFINITY);
        longest = longestStep();
        sizes = equations.linear() || !settings.controlled()
                ? new HalvingSteps(longest, settings.controlled(), order)
                : new FreeSteps(longest);
        corners = new Corners(equations.stimuli, analysis.stopSeconds());
        switches = new SwitchWatch(netlist, equations.switches, analysis.stopSeconds());
        jumps = new Recurrence(analysis.stopSeconds());
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
        most = Math.min(most, shortestDelay);
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
    private void segment(double next) {
        double end = next;
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
        sizes.corner(Math.min(gap, shortestDelay));
        ringing.corner();
        int taken = 2;
        jumped = false;
        while (stepper.t < end && !jumped && !switched()) {
            step(end, taken);
            taken++;
            if (taken == BEND_SEEN) {
                bends(begin);
                end = Math.min(end, corners.after(stepper.t));
            }
        }
        if (taken < BEND_SEEN) {
            bends(begin);
        }
    }

    private void forced(double h, double tEnd) {
        if (!stepper.forced(Integrator.euler(h), tEnd)) {
            throw equations.refused(
                    stepper.worst(),
                    "did not converge at t=" + tEnd + " s: Newton in 100 iterations over a step of " + h
                            + " s after a corner of the sources or a jump, and pseudo-transient continuation were tried");
        }
        taken(h, tEnd);
    }

    /** Where the waves that left lines at a corner will make corners at the far ends. */
    private void bends(double corner) {
        for (LineDevice line : equations.lines) {
            double bend = line.bend(Math.min(line.delaySeconds, longest));
            if (bend > LEAST_BEND * history.widest() || corner == 0) {
                corners.arrival(corner + line.delaySeconds);
            }
        }
    }

    /** One step towards the end of the segment, shortened until it is good. */
    private void step(double end, int taken) {
        boolean gear = taken > 2 && (settings.method() == Settings.Method.GEAR || ringing.damp());
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
            Stepper.Outcome outcome =
                    fourth ? stepper.attemptFourth(h, tEnd) : stepper.attempt(rule, tEnd, errorConstant(gear));
            boolean good = outcome == Stepper.Outcome.TAKEN || last && stepper.error < Double.POSITIVE_INFINITY;
            if (good && (last || !switches.early(tEnd - stepper.t, stepper.x, history.newest()))) {
                sizes.taken(stepper.error);
                take(rule, h, tEnd);
                if (outcome != Stepper.Outcome.TAKEN) {
                    jump(h);
                }
                return;
            }
            if (last && stepper.forced(Integrator.euler(h), tEnd)) {
                taken(h, tEnd);
                jump(h);
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

    private double errorConstant(boolean gear) {
        return settings.controlled() ? gear ? 2.0 / 9 : 1.0 / 12 : 0;
    }

    private void take(Integrator rule, double h, double tEnd) {
        if (fourth) {
            stepper.acceptFourth(h, tEnd);
        } else {
            if (settings.controlled()) {
                ringing.saw(history.worst(), stepper.deviation(history.worst()));
            }
            stepper.accept(rule, tEnd);
        }
        taken(h, tEnd);
    }

    private void taken(double h, double tEnd) {
        stepBefore = h;
        if (!(history.widest() < MOST_VOLTS)) {
            throw equations.refused(
                    history.worst(),
                    "grows beyond " + MOST_VOLTS + " V before t=" + tEnd + " s: look for a gain that feeds itself");
        }
        recorder.upTo(tEnd, history);
    }

    /**
     * A node without capacitance jumped, as in a trigger that turns over: no step is short enough for that, and what lies before
     * the jump says nothing of what comes after. So a corner lies there.
     */
    private void jump(double h) {
        jumped = true;
        if (jumps.endless(stepper.t)) {
            throw equations.refused(
                    stepper.worst(),
                    "jumps without end after t=" + stepper.t + " s: " + Recurrence.MOST + " times at steps of " + h
                            + " s; give the node a capacitance");
        }
    }

    private boolean switched() {
        boolean changed = switches.changed(stepper.t, stepper.x);
        if (changed) {
            stepper.switched();
        }
        return changed;
    }
}
