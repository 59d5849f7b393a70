package clock2cloud.signal.netlist;

import java.util.Arrays;

/** What an independent source does over time, and where its slope jumps. */
public sealed interface Stimulus {
    /** Volts or amperes at a time in seconds. */
    double at(double seconds);

    /** The first corner later than a time, or infinity. */
    double cornerAfter(double seconds);

    /** How far it goes between its lowest and its highest value up to a time: at its corners and a few times between. */
    default double swing(double end) {
        double low = at(0);
        double high = low;
        double corner = 0;
        for (int seen = 0; seen < 1000 && corner < end; seen++) {
            double next = Math.min(end, cornerAfter(corner));
            for (int part = 1; part <= 7; part++) {
                double value = at(corner + (next - corner) * part / 7);
                low = Math.min(low, value);
                high = Math.max(high, value);
            }
            corner = next;
        }
        return high - low;
    }

    /** A constant. */
    record Dc(double level) implements Stimulus {
        @Override
        public double at(double seconds) {
            return level;
        }

        @Override
        public double cornerAfter(double seconds) {
            return Double.POSITIVE_INFINITY;
        }
    }

    /** Trapezoids: {@code PULSE(low high delay rise fall width period)}. */
    record Pulse(
            double low,
            double high,
            double delaySeconds,
            double riseSeconds,
            double fallSeconds,
            double widthSeconds,
            double periodSeconds)
            implements Stimulus {
        @Override
        public double at(double seconds) {
            double t = seconds - delaySeconds;
            if (t <= 0) {
                return low;
            }
            t -= Math.floor(t / periodSeconds) * periodSeconds;
            if (t < riseSeconds) {
                return low + (high - low) * t / riseSeconds;
            }
            if (t <= riseSeconds + widthSeconds) {
                return high;
            }
            double fallen = t - riseSeconds - widthSeconds;
            return fallen < fallSeconds ? high + (low - high) * fallen / fallSeconds : low;
        }

        @Override
        public double cornerAfter(double seconds) {
            double cycle = Math.max(0, Math.floor((seconds - delaySeconds) / periodSeconds));
            double margin = 1e-12 * (Math.abs(seconds) + riseSeconds);
            double[] corners = {0, riseSeconds, riseSeconds + widthSeconds, riseSeconds + widthSeconds + fallSeconds};
            for (int ahead = 0; ahead < 2; ahead++) {
                for (double corner : corners) {
                    double t = delaySeconds + (cycle + ahead) * periodSeconds + corner;
                    if (t > seconds + margin && corner < periodSeconds) {
                        return t;
                    }
                }
            }
            return delaySeconds + (cycle + 2) * periodSeconds;
        }
    }

    /** Straight lines between points. */
    record Pwl(double[] seconds, double[] levels) implements Stimulus {
        @Override
        public double at(double t) {
            int last = seconds.length - 1;
            int i = Arrays.binarySearch(seconds, t);
            if (i >= 0) {
                return levels[i];
            }
            int after = -i - 1;
            if (after == 0 || after > last) {
                return levels[after == 0 ? 0 : last];
            }
            double share = (t - seconds[after - 1]) / (seconds[after] - seconds[after - 1]);
            return levels[after - 1] + share * (levels[after] - levels[after - 1]);
        }

        @Override
        public double cornerAfter(double t) {
            int i = Arrays.binarySearch(seconds, t);
            int after = i >= 0 ? i + 1 : -i - 1;
            while (after < seconds.length && seconds[after] <= t * (1 + 1e-14)) {
                after++;
            }
            return after < seconds.length ? seconds[after] : Double.POSITIVE_INFINITY;
        }
    }

    /** {@code SIN(offset amplitude hertz delay damping phase)}: a damped sine from the delay on. */
    record Sine(
            double offset,
            double amplitude,
            double hertz,
            double delaySeconds,
            double dampingPerSecond,
            double phaseDegrees)
            implements Stimulus {
        @Override
        public double at(double seconds) {
            double phase = Math.toRadians(phaseDegrees);
            double t = seconds - delaySeconds;
            return t <= 0
                    ? offset + amplitude * Math.sin(phase)
                    : offset + amplitude * Math.sin(2 * Math.PI * hertz * t + phase) * Math.exp(-t * dampingPerSecond);
        }

        @Override
        public double cornerAfter(double seconds) {
            return seconds < delaySeconds ? delaySeconds : Double.POSITIVE_INFINITY;
        }
    }

    /** {@code EXP(low high riseDelay riseTau fallDelay fallTau)}. */
    record Exponential(
            double low,
            double high,
            double riseDelaySeconds,
            double riseTauSeconds,
            double fallDelaySeconds,
            double fallTauSeconds)
            implements Stimulus {
        @Override
        public double at(double seconds) {
            return low
                    + (high - low) * grown(seconds - riseDelaySeconds, riseTauSeconds)
                    + (low - high) * grown(seconds - fallDelaySeconds, fallTauSeconds);
        }

        private static double grown(double t, double tau) {
            return t <= 0 ? 0 : -Math.expm1(-t / tau);
        }

        @Override
        public double cornerAfter(double seconds) {
            double first = Math.min(riseDelaySeconds, fallDelaySeconds);
            double second = Math.max(riseDelaySeconds, fallDelaySeconds);
            return seconds < first ? first : seconds < second ? second : Double.POSITIVE_INFINITY;
        }
    }
}
