package clock2cloud.cluster.network;

import clock2cloud.cluster.event.Event;
import clock2cloud.cluster.event.Timeline;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.PrimitiveIterator;
import java.util.stream.IntStream;

/** When flows that start at given moments arrive. */
public final class FlowSchedule {
    /**
     * A flow to come.
     *
     * @param startSeconds when it starts, zero or later
     * @param bytes how much is sent, zero or more
     */
    public record Request(double startSeconds, Host source, Host destination, double bytes) {
        public Request {
            require(startSeconds >= 0 && startSeconds < Double.POSITIVE_INFINITY, "start_s", startSeconds);
            require(bytes >= 0 && bytes < Double.POSITIVE_INFINITY, "bytes", bytes);
        }

        private static void require(boolean holds, String what, double value) {
            if (!holds) {
                throw new IllegalArgumentException(what + " is " + value + ", it must be zero or more and finite");
            }
        }
    }

    /**
     * @param finishSeconds when each flow arrived, in the order of the requests
     * @param events events that happened
     * @param solves how often shares were computed anew
     * @param fillings how many of these computed the shares of all flows
     * @param deliveredBytes bytes that arrived
     */
    public record Result(List<Double> finishSeconds, long events, long solves, long fillings, double deliveredBytes) {
        public double lastFinishSeconds() {
            return finishSeconds.stream().mapToDouble(Double::doubleValue).max().orElse(0);
        }
    }

    private final Platform platform;
    private final NetworkModel model;

    public FlowSchedule(Platform platform, NetworkModel model) {
        this.platform = platform;
        this.model = model;
    }

    public Result run(List<Request> requests) {
        Timeline timeline = new Timeline();
        FluidNetwork network = new FluidNetwork(timeline, platform, model);
        double[] finishSeconds = new double[requests.size()];
        PrimitiveIterator.OfInt order = IntStream.range(0, finishSeconds.length)
                .boxed()
                .sorted(Comparator.comparingDouble(i -> requests.get(i).startSeconds))
                .mapToInt(Integer::intValue)
                .iterator();
        new Starter(timeline, network, requests, order, finishSeconds).schedule();
        timeline.run();
        return new Result(
                Arrays.stream(finishSeconds).boxed().toList(),
                timeline.happened(),
                network.solves(),
                network.fillings(),
                network.deliveredBytes());
    }

    /** Starts one flow after the other, so that only one start waits at a time. */
    private static final class Starter extends Event {
        private final Timeline timeline;
        private final FluidNetwork network;
        private final List<Request> requests;
        private final PrimitiveIterator.OfInt order;
        private final double[] finishSeconds;
        private int row;

        Starter(
                Timeline timeline,
                FluidNetwork network,
                List<Request> requests,
                PrimitiveIterator.OfInt order,
                double[] finishSeconds) {
            this.timeline = timeline;
            this.network = network;
            this.requests = requests;
            this.order = order;
            this.finishSeconds = finishSeconds;
        }

        void schedule() {
            if (order.hasNext()) {
                row = order.nextInt();
                timeline.schedule(this, requests.get(row).startSeconds);
            }
        }

        @Override
        protected void happen() {
            Request request = requests.get(row);
            int arriving = row;
            network.send(
                    request.source,
                    request.destination,
                    request.bytes,
                    (flow, arrived) -> finishSeconds[arriving] = timeline.nowSeconds());
            schedule();
        }
    }
}
