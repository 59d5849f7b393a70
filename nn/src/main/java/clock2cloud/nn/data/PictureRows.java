package clock2cloud.nn.data;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicIntegerArray;
import java.util.concurrent.atomic.AtomicReferenceArray;
import java.util.concurrent.locks.LockSupport;

/**
 * Picture files as rows that are decoded once: by a thread that runs ahead in the order in which training will want
 * them, or by whoever wants one that it has not come to yet. So an epoch need not wait for the whole folder.
 */
final class PictureRows {
    private static final int WAITING = 0;
    private static final int TAKEN = 1;
    private static final int DONE = 2;
    private static final long NANOS_BETWEEN_LOOKS = 20_000;

    /** One for all, so that training pictures come before test pictures that were asked for later. */
    private static final ExecutorService DECODER = Executors.newSingleThreadExecutor(work -> {
        Thread thread = new Thread(work, "nn-decoder");
        thread.setDaemon(true);
        return thread;
    });

    private final List<Path> files;
    private final Reading.Size size;
    private final boolean colour;
    private final byte[] pixels;
    private final AtomicIntegerArray states;
    private final AtomicReferenceArray<IllegalArgumentException> damage;

    PictureRows(List<Path> files, Reading.Size size, boolean colour) {
        this.files = List.copyOf(files);
        this.size = size;
        this.colour = colour;
        long bytes = (long) files.size() * shape().features();
        if (bytes > Integer.MAX_VALUE - 8) {
            throw new IllegalArgumentException(
                    files.size() + " pictures of " + shape() + " are more than 2 GiB: ask for a smaller size");
        }
        this.pixels = new byte[(int) bytes];
        this.states = new AtomicIntegerArray(files.size());
        this.damage = new AtomicReferenceArray<>(files.size());
    }

    ImageShape shape() {
        return new ImageShape(size.width(), size.height(), colour ? 3 : 1);
    }

    /** Row after row; only rows that were {@link #need}ed are sure to be there. */
    byte[] pixels() {
        return pixels;
    }

    PictureRows rows(int[] rows) {
        List<Path> some = new ArrayList<>();
        for (int row : rows) {
            some.add(files.get(row));
        }
        return new PictureRows(some, size, colour);
    }

    /** Begins to decode in this order, and returns at once. */
    void ahead(int[] order) {
        int[] own = order.clone();
        DECODER.execute(() -> {
            for (int row : own) {
                claim(row);
            }
        });
    }

    private void claim(int row) {
        if (states.get(row) == WAITING && states.compareAndSet(row, WAITING, TAKEN)) {
            decode(row);
            states.set(row, DONE);
        }
    }

    private void decode(int row) {
        Path file = files.get(row);
        try {
            Picture picture = Picture.decode(DataFiles.bytes(file), colour).fitted(size);
            int features = shape().features();
            System.arraycopy(picture.planes(), 0, pixels, row * features, features);
        } catch (IOException | RuntimeException e) {
            damage.set(
                    row,
                    new IllegalArgumentException(
                            new OddFile(file, String.valueOf(e.getMessage())) + PictureFolder.SKIP, e));
        }
    }

    /** Returns when the row is decoded; refuses a damaged picture by its name. */
    void need(int row) {
        claim(row);
        while (states.get(row) != DONE) {
            LockSupport.parkNanos(this, NANOS_BETWEEN_LOOKS);
        }
        IllegalArgumentException damaged = damage.get(row);
        if (damaged != null) {
            throw damaged;
        }
    }

    void needAll() {
        for (int row = 0; row < files.size(); row++) {
            need(row);
        }
    }
}
