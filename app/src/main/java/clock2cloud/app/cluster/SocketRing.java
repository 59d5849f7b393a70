package clock2cloud.app.cluster;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.ByteBuffer;
import java.util.function.IntConsumer;

/**
 * A real ring of two processes over loopback. With two the ring is: send one half of the vector, add what comes, send that sum,
 * take the other's.
 */
final class SocketRing implements AutoCloseable {
    private final Socket socket;
    private final DataInputStream in;
    private final DataOutputStream out;
    private final int rank;

    private SocketRing(Socket socket, int rank) throws IOException {
        socket.setTcpNoDelay(true);
        this.socket = socket;
        this.in = new DataInputStream(socket.getInputStream());
        this.out = new DataOutputStream(socket.getOutputStream());
        this.rank = rank;
    }

    /** Rank 0 listens and tells its port; rank 1 calls there. */
    static SocketRing of(int rank, int port, IntConsumer listening) throws IOException {
        InetAddress loopback = InetAddress.getLoopbackAddress();
        if (rank == 1) {
            return new SocketRing(new Socket(loopback, port), rank);
        }
        try (ServerSocket server = new ServerSocket(0, 1, loopback)) {
            server.setSoTimeout(60_000);
            listening.accept(server.getLocalPort());
            return new SocketRing(server.accept(), rank);
        }
    }

    /** Two rounds of half a vector each: the second halves' and first halves' sums change hands. */
    void allReduce(float[] vector) throws IOException {
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

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
