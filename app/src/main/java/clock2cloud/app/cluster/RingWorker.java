package clock2cloud.app.cluster;

import clock2cloud.nn.data.DataSet;
import clock2cloud.nn.data.Mnist;
import java.io.IOException;
import java.util.Arrays;

/**
 * One of two worker processes that train together over loopback: gradient of its half, ring all-reduce with the other, step.
 *
 * <p>Started by {@link LoopbackTraining}; prints the weights' fingerprint and its times. Before the steps that count it takes
 * shorter and longer ones, with half and with twice the rows and the numbers: what a forecast may know.
 */
public final class RingWorker {
    private final SocketRing ring;
    private final int rank;
    private final int steps;
    private final double[] computeSeconds;
    private final double[] reduceSeconds;

    private RingWorker(SocketRing ring, int rank, int steps) {
        this.ring = ring;
        this.rank = rank;
        this.steps = steps;
        this.computeSeconds = new double[steps];
        this.reduceSeconds = new double[steps];
    }

    /** Arguments: rank, port (0: listen and tell), layers, batch, steps, warm-up steps, rate, seed. */
    public static void main(String[] args) throws IOException {
        int rank = Integer.parseInt(args[0]);
        int[] layers = Arrays.stream(args[2].split(",", -1))
                .mapToInt(Integer::parseInt)
                .toArray();
        int batch = Integer.parseInt(args[3]);
        int steps = Integer.parseInt(args[4]);
        double rate = Double.parseDouble(args[6]);
        long seed = Long.parseLong(args[7]);
        try (SocketRing ring = SocketRing.of(rank, Integer.parseInt(args[1]), port -> tell("port " + port))) {
            DataSet data = Mnist.load().train();
            RingWorker worker = new RingWorker(ring, rank, steps);
            try (Replica replica = new Replica(layers, data, batch, 2, rate, seed);
                    Replica small = new Replica(layers, data, shorter(batch), 2, rate, seed);
                    Replica large = new Replica(layers, data, 2 * batch, 2, rate, seed)) {
                tell(worker.train(replica, small, large, Integer.parseInt(args[5])));
            }
        }
    }

    /** Half the rows of both workers together, or what is left of them. */
    static int shorter(int batch) {
        return Math.max(1, batch / 4) * 2;
    }

    private String train(Replica replica, Replica small, Replica large, int warmUp) throws IOException {
        for (int step = 0; step < warmUp + steps; step++) {
            step(replica, step, replica.size());
        }
        long fingerprint = replica.fingerprint();
        // the one process goes on as long, so that all code is compiled for good when its last steps count
        for (int step = 0; step < 2 * (warmUp + steps); step++) {
            step(replica, step, replica.size());
        }
        String shorter = timed(small, replica.size() / 2);
        String longer = timed(large, 2 * replica.size());
        return "done " + fingerprint + " " + timed(replica, replica.size()) + " " + 4L * replica.size() + " " + shorter
                + " " + longer;
    }

    /** The medians of compute and all-reduce of some steps, after as many that do not count. */
    private String timed(Replica replica, int numbers) throws IOException {
        for (int step = 0; step < 2 * steps; step++) {
            step(replica, step, numbers);
        }
        double[] compute = computeSeconds.clone();
        double[] reduce = reduceSeconds.clone();
        Arrays.sort(compute);
        Arrays.sort(reduce);
        return compute[steps / 2] + " " + reduce[steps / 2];
    }

    /** A step that agrees on so many numbers; where these are not the gradient's, nothing is learned. */
    private void step(Replica replica, int step, int numbers) throws IOException {
        long start = System.nanoTime();
        float[] gradient = replica.gradient(step, rank);
        long computed = System.nanoTime();
        float[] agreed = numbers == gradient.length ? gradient : Arrays.copyOf(gradient, numbers);
        long copied = System.nanoTime();
        ring.allReduce(agreed);
        long reduced = System.nanoTime();
        replica.step(gradient);
        computeSeconds[step % steps] = (computed - start + System.nanoTime() - reduced) / 1e9;
        reduceSeconds[step % steps] = (reduced - copied) / 1e9;
    }

    private static void tell(String line) {
        System.out.println(line);
        System.out.flush();
    }
}
