package clock2cloud.spot.policy;

/** The policies of the public evaluator and their two extremes. */
public enum StandardMix implements MixPolicy {
    /** Spot while there is time to lose one more machine, then on demand. */
    GREEDY {
        @Override
        public Capacity choose(Situation now) {
            if (now.timeIsUpWith(1)) {
                return Capacity.ON_DEMAND;
            }
            if (now.timeIsUpWith(2)) {
                return now.current() == Capacity.SPOT ? Capacity.SPOT : Capacity.ON_DEMAND;
            }
            return spotOrWait(now);
        }
    },
    /**
     * Keeps pace with an even spread of the work over the time: waits for spot while ahead, buys on demand while behind,
     * and stays there until spot returns. Wu et al., NSDI 2024; the hysteresis of the printed version is off, as in the
     * public evaluator.
     */
    UNIFORM_PROGRESS {
        @Override
        public Capacity choose(Situation now) {
            if (now.timeIsUpWith(1)) {
                return now.onWarmSpot() ? Capacity.SPOT : Capacity.ON_DEMAND;
            }
            if (now.timeIsUpWith(2) && now.current() != Capacity.SPOT) {
                return Capacity.ON_DEMAND;
            }
            if (now.spotAvailable()) {
                return Capacity.SPOT;
            }
            boolean behind = now.doneSeconds() < now.evenProgressSeconds();
            return behind || now.current() == Capacity.ON_DEMAND ? Capacity.ON_DEMAND : Capacity.NONE;
        }
    },
    SPOT_ELSE_ON_DEMAND {
        @Override
        public Capacity choose(Situation now) {
            return now.spotAvailable() ? Capacity.SPOT : Capacity.ON_DEMAND;
        }
    },
    ON_DEMAND {
        @Override
        public Capacity choose(Situation now) {
            return Capacity.ON_DEMAND;
        }
    },
    /** Waits for spot for ever, but for the evaluator's last-minute guarantee. */
    SPOT {
        @Override
        public Capacity choose(Situation now) {
            return spotOrWait(now);
        }
    };

    private static Capacity spotOrWait(Situation now) {
        return now.spotAvailable() ? Capacity.SPOT : Capacity.NONE;
    }
}
