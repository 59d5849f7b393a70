package clock2cloud.app.nn;

import clock2cloud.nn.data.Mnist;
import clock2cloud.nn.data.TrainTest;
import java.util.Arrays;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/** The digits, read while the command line is still being understood: to know the options of a training takes as long. */
public final class HeadStart {
    private static Optional<CompletableFuture<TrainTest>> digits = Optional.empty();

    private HeadStart() {}

    /** Begins, if the words look like a training on the digits, and tells whether they do; returns at once. */
    public static synchronized boolean of(String... words) {
        boolean wanted = words.length > 1
                && words[0].equals("nn")
                && words[1].equals("train")
                && Arrays.stream(words).noneMatch(word -> word.startsWith(DataOptions.DATA));
        digits = wanted ? Optional.of(CompletableFuture.supplyAsync(Mnist::load, HeadStart::start)) : Optional.empty();
        return wanted;
    }

    private static void start(Runnable task) {
        Thread thread = new Thread(task, "digits");
        thread.setDaemon(true);
        thread.start();
    }

    /** The digits that were begun with, once; else they are read now. */
    static synchronized TrainTest digits() {
        Optional<CompletableFuture<TrainTest>> begun = digits;
        digits = Optional.empty();
        return begun.map(CompletableFuture::join).orElseGet(Mnist::load);
    }
}
