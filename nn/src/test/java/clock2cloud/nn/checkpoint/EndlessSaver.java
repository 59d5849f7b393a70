package clock2cloud.nn.checkpoint;

import java.nio.file.Path;
import java.util.List;
import java.util.TreeMap;

/** A program that saves one checkpoint after the other, says so, and waits to be killed. */
final class EndlessSaver {
    private EndlessSaver() {}

    public static void main(String[] args) {
        CheckpointFolder folder = new CheckpointFolder(Path.of(args[0]), 2);
        Tensor weights = new Tensor("weight", List.of(1 << 18), new float[1 << 18]);
        for (long step = 1; ; step++) {
            folder.save(new Checkpoint(new TreeMap<>(), 1, 0, step, new TreeMap<>(), List.of(weights)));
            System.out.println(step);
        }
    }
}
