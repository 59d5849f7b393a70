package clock2cloud.app.spot;

import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ForkJoinPool;
import java.util.function.IntFunction;
import java.util.stream.IntStream;

/** Independent tasks by index on so many threads; the answer does not depend on how many. */
final class Parallel {
    private Parallel() {}

    static <T> List<T> map(int threads, int tasks, IntFunction<T> task) {
        return in(
                threads,
                () -> IntStream.range(0, tasks).parallel().mapToObj(task).toList());
    }

    /** Runs parallel streams on so many threads. */
    static <T> T in(int threads, Callable<T> work) {
        ForkJoinPool pool = new ForkJoinPool(threads);
        try {
            return pool.submit(work).get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        } catch (ExecutionException e) {
            throw first(e) instanceof RuntimeException cause ? cause : new IllegalStateException(e);
        } finally {
            pool.shutdown();
        }
    }

    /** What the task itself threw: pools wrap it, once or twice, in its own kind. */
    private static Throwable first(Throwable thrown) {
        Throwable first = thrown;
        for (Throwable cause = first.getCause(); cause != null; cause = first.getCause()) {
            first = cause;
        }
        return first;
    }
}
