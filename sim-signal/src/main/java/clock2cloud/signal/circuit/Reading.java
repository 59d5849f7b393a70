package clock2cloud.signal.circuit;

import clock2cloud.signal.netlist.Stimulus;

/** What a probe reads off the unknowns. */
sealed interface Reading {
    /** At time 0, before there is a history. */
    double first(double[] x);

    /** At a time within the last step. */
    double at(double seconds, History history);

    /** The volts between two nodes, or a branch current (the second unknown is ground then), times a conductance. */
    record Difference(int plus, int minus, double siemens) implements Reading {
        @Override
        public double first(double[] x) {
            return siemens * (x[plus] - x[minus]);
        }

        @Override
        public double at(double seconds, History history) {
            return siemens * (history.between(plus, seconds) - history.between(minus, seconds));
        }
    }

    /** The current of a capacitor; 0 while nothing moves, at time 0. */
    record Displacement(int plus, int minus, double farads) implements Reading {
        @Override
        public double first(double[] x) {
            return 0;
        }

        @Override
        public double at(double seconds, History history) {
            return farads * (history.slope(plus, seconds) - history.slope(minus, seconds));
        }
    }

    /** The current of a current source. */
    record Driven(Stimulus stimulus) implements Reading {
        @Override
        public double first(double[] x) {
            return stimulus.at(0);
        }

        @Override
        public double at(double seconds, History history) {
            return stimulus.at(seconds);
        }
    }
}
