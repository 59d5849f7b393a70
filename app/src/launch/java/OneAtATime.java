import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;

/**
 * Runs a command while it holds a lock, and waits for the lock first: {@code java OneAtATime.java LOCK COMMAND...}. The
 * launcher starts its build so. The system frees the lock of a process that dies, so none is ever left behind.
 */
final class OneAtATime {
    private OneAtATime() {}

    public static void main(String[] args) throws IOException, InterruptedException {
        List<String> command = List.of(args).subList(1, args.length);
        try (FileChannel file = FileChannel.open(Path.of(args[0]), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                FileLock lock = locked(file)) {
            System.exit(new ProcessBuilder(command).inheritIO().start().waitFor());
        }
    }

    private static FileLock locked(FileChannel file) throws IOException {
        FileLock lock = file.tryLock();
        if (lock == null) {
            System.err.println("c2c: another c2c is building; waiting for it ...");
            lock = file.lock();
        }
        return lock;
    }
}
