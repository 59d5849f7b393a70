package clock2cloud.nn.checkpoint;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The last few checkpoints of a run, named after the steps that they have done. */
public final class CheckpointFolder {
    private static final Pattern NAME = Pattern.compile("step-[0-9]{9,}\\.safetensors");
    private static final Pattern HALF_WRITTEN = Pattern.compile(NAME.pattern() + "\\.tmp");

    private final Path folder;
    private final int kept;

    public CheckpointFolder(Path folder, int kept) {
        if (kept < 1) {
            throw new IllegalArgumentException("checkpoints kept: " + kept + ", must be at least 1");
        }
        this.folder = folder;
        this.kept = kept;
    }

    /**
     * What a look for the newest whole checkpoint found.
     *
     * @param file and its checkpoint, if there is one that is whole
     * @param passedOver one line for each newer file that is not
     */
    public record Newest(Optional<Path> file, Optional<Checkpoint> checkpoint, List<String> passedOver) {}

    /**
     * Readies the folder for a run from the start: files of an earlier run move into a folder of their own beside the new
     * ones, the newest last, so that the two are never taken for one.
     *
     * @return that folder, if there was anything to move
     */
    public Optional<Path> begin() {
        try {
            Files.createDirectories(folder);
            List<Path> earlier = new ArrayList<>(files(NAME));
            Collections.reverse(earlier);
            if (earlier.isEmpty()) {
                return Optional.empty();
            }
            Path aside = free("earlier-");
            Files.createDirectory(aside);
            for (Path file : earlier) {
                Files.move(file, aside.resolve(file.getFileName()), StandardCopyOption.ATOMIC_MOVE);
            }
            return Optional.of(aside);
        } catch (IOException e) {
            throw new IllegalArgumentException(
                    folder + ": checkpoints cannot be written there (" + AtomicFile.reason(e) + ")", e);
        }
    }

    private Path free(String name) {
        int number = 1;
        while (Files.exists(folder.resolve(name + number))) {
            number++;
        }
        return folder.resolve(name + number);
    }

    /** Writes it, and only then takes away the oldest, and what killed runs left half-written. */
    public Path save(Checkpoint checkpoint) {
        Path file = folder.resolve(String.format(Locale.ROOT, "step-%09d.safetensors", checkpoint.step()));
        checkpoint.save(file);
        List<Path> newestFirst = files(NAME);
        List<Path> old = new ArrayList<>(newestFirst.subList(Math.min(kept, newestFirst.size()), newestFirst.size()));
        old.addAll(files(HALF_WRITTEN));
        old.remove(file);
        for (Path one : old) {
            try {
                Files.deleteIfExists(one);
            } catch (IOException e) {
                throw new IllegalArgumentException(one + ": an old checkpoint that cannot be removed", e);
            }
        }
        return file;
    }

    public Newest newest() {
        List<String> passedOver = new ArrayList<>();
        for (Path file : files(NAME)) {
            try {
                Checkpoint checkpoint = Checkpoint.load(file);
                return new Newest(Optional.of(file), Optional.of(checkpoint), passedOver);
            } catch (IllegalArgumentException e) {
                passedOver.add(String.valueOf(e.getMessage()));
            }
        }
        return new Newest(Optional.empty(), Optional.empty(), passedOver);
    }

    private List<Path> files(Pattern name) {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file ->
                            name.matcher(String.valueOf(file.getFileName())).matches())
                    .sorted(Comparator.<Path>comparingInt(
                                    file -> String.valueOf(file.getFileName()).length())
                            .thenComparing(Comparator.naturalOrder())
                            .reversed())
                    .toList();
        } catch (IOException e) {
            throw new IllegalArgumentException(folder + ": cannot be listed (" + e.getMessage() + ")", e);
        }
    }
}
