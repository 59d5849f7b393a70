package clock2cloud.spot.fleet;

/** One pool that a fleet may draw on: its price, its on-demand price, and how many units one instance counts for. */
public record FleetPool(String name, double spotDollarsPerHour, double onDemandDollarsPerHour, double weight) {
    public FleetPool {
        if (!(weight > 0 && weight < 1e6) || !(spotDollarsPerHour >= 0) || !(onDemandDollarsPerHour > 0)) {
            throw new IllegalArgumentException("fleet pool " + name + ": weight " + weight + ", spot "
                    + spotDollarsPerHour + " and on-demand " + onDemandDollarsPerHour + " must be positive");
        }
    }

    public double dollarsPerUnit() {
        return spotDollarsPerHour / weight;
    }
}
