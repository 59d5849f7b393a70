package clock2cloud.app.spot;

/**
 * Trains on paper: forecasts the wall time of a rehearsal from one calm run. Every new process is as slow in its first epochs
 * and dumps as the calm one was in its own.
 */
final class PaperWorker implements Worker {
    /** What all workers of a rehearsal leave behind. */
    static final class Ledger {
        private final RehearsalClock calm;
        private int saved;
        private double wallSeconds;

        Ledger(RehearsalClock calm) {
            this.calm = calm;
        }

        double wallSeconds() {
            return wallSeconds;
        }

        Worker launch() {
            return new PaperWorker(this);
        }
    }

    private final Ledger ledger;
    private int done;
    private int epochs;
    private int dumps;

    private PaperWorker(Ledger ledger) {
        this.ledger = ledger;
    }

    @Override
    public int ready() {
        ledger.wallSeconds += ledger.calm.seconds(RehearsalClock.Kind.LAUNCH, 0);
        done = ledger.saved;
        return done;
    }

    @Override
    public int epoch() {
        ledger.wallSeconds += ledger.calm.seconds(RehearsalClock.Kind.EPOCH, epochs++);
        return ++done;
    }

    @Override
    public int save() {
        ledger.wallSeconds += ledger.calm.seconds(RehearsalClock.Kind.DUMP, dumps++);
        ledger.saved = done;
        return done;
    }

    @Override
    public void dieAtWork(double fraction) {
        ledger.wallSeconds += fraction * ledger.calm.seconds(RehearsalClock.Kind.EPOCH, epochs);
    }

    @Override
    public boolean dieSaving() {
        ledger.wallSeconds += ledger.calm.seconds(RehearsalClock.Kind.DUMP, dumps) / 2;
        return true;
    }

    @Override
    public void close() {
        // nothing is held
    }
}
