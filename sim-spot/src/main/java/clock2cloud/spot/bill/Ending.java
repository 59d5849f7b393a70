package clock2cloud.spot.bill;

/** Who ended an instance. */
public enum Ending {
    /** The job was done and its owner stopped the machine. */
    COMPLETED(false),
    /** Its owner stopped it before the job was done. */
    USER(false),
    /** The market price rose above the bid. */
    PRICE(true),
    /** The provider wanted the capacity back. */
    CAPACITY(true);

    private final boolean byProvider;

    Ending(boolean byProvider) {
        this.byProvider = byProvider;
    }

    public boolean byProvider() {
        return byProvider;
    }
}
