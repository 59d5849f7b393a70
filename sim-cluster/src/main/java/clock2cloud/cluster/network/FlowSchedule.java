package clock2cloud.cluster.network;

import clock2cloud.cluster.event.Event;
import clock2cloud.cluster.event.Timeline;
import java.util.Arrays;
import java.util.List;

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
        for (int i = 0; i < finishSeconds.length; i++) {
            Request request = requests.get(i);
            int row = i;
            Flow.Receiver receiver = (flow, arrived) -> finishSeconds[row] = timeline.nowSeconds();
            Event start = Event.of(() -> network.send(request.source, request.destination, request.bytes, receiver));
            timeline.schedule(start, request.startSeconds);
        }
        timeline.run();
        return new Result(
                Arrays.stream(finishSeconds).boxed().toList(),
                timeline.happened(),
                network.solves(),
                network.fillings(),
                network.deliveredBytes());
    }
}
