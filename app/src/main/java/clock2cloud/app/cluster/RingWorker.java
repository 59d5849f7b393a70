package clock2cloud.app.cluster;

import clock2cloud.nn.data.Mnist;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.ByteBuffer;
import java.util.Arrays;

/**
 * One of two worker processes that train together over loopback: gradient of its half, ring all-reduce with the other, step. With
 * two workers the ring is: send one half of the vector, add what comes, send that sum, take the other's.
 *
 * <p>Started by {@link LoopbackTraining}; prints the weights' fingerprint and its times.
 */
public final class RingWorker {
    private final DataInputStream in;
    private final DataOutputStream out;
    private final int rank;

    private RingWorker(DataInputStream in, DataOutputStream out, int rank) {
        this.in = in;
        this.out = out;
        this.rank = rank;
    }

    /** Arguments: rank, port (0: listen and tell), layers, batch, steps, warm-up steps, rate, seed. */
    public static void main(String[] args) throws IOException {
        int rank = Integer.parseInt(args[0]);
        int[] layers = Arrays.stream(args[2].split(",", -1))
                .mapToInt(Integer::parseInt)
                .toArray();
        try (Socket socket = connect(rank, Integer.parseInt(args[1]));
                Replica replica = new Replica(
                        layers,
                        Mnist.load().train(),
                        Integer.parseInt(args[3]),
                        2,
                        Double.parseDouble(args[6]),
                        Long.parseLong(args[7]))) {
            socket.setTcpNoDelay(true);
            RingWorker worker = new RingWorker(
                    new DataInputStream(socket.getInputStream()), new DataOutputStream(socket.getOutputStream()), rank);
            worker.train(replica, Integer.parseInt(args[4]), Integer.parseInt(args[5]));
        }
    }

    private static Socket connect(int rank, int port) throws IOException {
        InetAddress loopback = InetAddress.getLoopbackAddress();
        if (rank == 1) {
            return new Socket(loopback, port);
        }
        try (ServerSocket server = new ServerSocket(0, 1, loopback)) {
            server.setSoTimeout(60_000);
            tell("port " + server.getLocalPort());
            return server.accept();
        }
    }

    private void train(Replica replica, int steps, int warmUp) throws IOException {
        double[] computeSeconds = new double[steps];
        double[] reduceSeconds = new double[steps];
        long fingerprint = 0;
        for (int step = 0; step < 4 * (warmUp + steps); step++) { // as long as the one process goes on
            if (step == warmUp + steps) {
                fingerprint = replica.fingerprint();
            }
            long start = System.nanoTime();
            float[] gradient = replica.gradient(step, rank);
            long computed = System.nanoTime();
            allReduce(gradient);
            long reduced = System.nanoTime();
            replica.step(gradient);
            long stepped = System.nanoTime();
            computeSeconds[step % steps] = (computed - start + stepped - reduced) / 1e9;
            reduceSeconds[step % steps] = (reduced - computed) / 1e9;
        }
        Arrays.sort(computeSeconds);
        Arrays.sort(reduceSeconds);
        tell("done " + fingerprint + " " + computeSeconds[steps / 2] + " " + reduceSeconds[steps / 2] + " "
                + 4L * replica.size());
    }

    /** Two rounds of half a vector each: the second halves' and first halves' sums change hands. */
    private void allReduce(float[] vector) throws IOException {
        int middle = vector.length / 2;
        int mine = rank == 0 ? 0 : middle;
        int myCount = rank == 0 ? middle : vector.length - middle;
        int theirs = rank == 0 ? middle : 0;
        int theirCount = vector.length - myCount;
        float[] heard = exchange(vector, theirs, theirCount, myCount);
        for (int i = 0; i < myCount; i++) {
            vector[mine + i] += heard[i];
        }
        System.arraycopy(exchange(vector, mine, myCount, theirCount), 0, vector, theirs, theirCount);
    }

    /** Sends while it receives, so that no buffer's size can make both wait. */
    private float[] exchange(float[] vector, int from, int count, int wanted) throws IOException {
        byte[] sent = new byte[4 * count];
        ByteBuffer.wrap(sent).asFloatBuffer().put(vector, from, count);
        IOException[] failed = new IOException[1];
        Thread sender = new Thread(() -> {
            try {
                out.write(sent);
                out.flush();
            } catch (IOException e) {
                failed[0] = e;
            }
        });
        sender.start();
        byte[] heard = new byte[4 * wanted];
        in.readFully(heard);
        try {
            sender.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", e);
        }
        if (failed[0] != null) {
            throw failed[0];
        }
        float[] numbers = new float[wanted];
        ByteBuffer.wrap(heard).asFloatBuffer().get(numbers);
        return numbers;
    }

    private static void tell(String line) {
        System.out.println(line);
        System.out.flush();
    }
}
