package clock2cloud.app.story;

import clock2cloud.app.story.host.HostForecast;
import clock2cloud.app.story.machine.Machines;
import java.time.LocalDate;
import java.util.List;

/** The ladder, bottom to top; each rung is one change away from the last, and every number crosses from floor to floor here. */
public final class Ladder {
    public static final List<String> RUNGS = List.of(
            "laptop-2009",
            "one-core",
            "all-cores",
            "ten-workers",
            "cluster",
            "half-vm",
            "p2.xlarge",
            "p2.xlarge-spot",
            "p3.2xlarge",
            "p5.4xlarge");

    /** The day on which the blogger asked. */
    public static final LocalDate BLOG_DAY = LocalDate.of(2017, 7, 20);

    private final int threads;
    private final HomeRungs home;
    private final RentedRungs rented;

    public Ladder(Job job, HostForecast host, int threads) {
        this.threads = threads;
        this.home = new HomeRungs(job, host, threads);
        this.rented = new RentedRungs(job);
    }

    /**
     * Forecasts one rung.
     *
     * @throws IllegalArgumentException when there is no rung of that name
     */
    public Rung forecast(String name) {
        return switch (name) {
            case "laptop-2009" -> home.laptop();
            case "one-core" -> home.cores(name, 1);
            case "all-cores" -> home.cores(name, threads);
            case "ten-workers" -> home.tenWorkers();
            case "cluster" -> home.cluster();
            case "half-vm" -> home.halfVirtualMachine();
            case "p2.xlarge" -> rented.onDemand();
            case "p2.xlarge-spot" -> rented.spot();
            case "p3.2xlarge", "p5.4xlarge" -> rented.laterGpu(Machines.named(name));
            default ->
                throw new IllegalArgumentException("'" + name + "' is no rung; there are " + String.join(", ", RUNGS));
        };
    }
}
