package clock2cloud.nn.checkpoint;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * A net in training, as it stands between two steps: with it, a run that was cut goes on to the same bits.
 *
 * @param configuration what the net and its training are: layers, costs, optimiser, rates, batch
 * @param seed of the run
 * @param epoch epochs that are done
 * @param step steps that are done, since the run began
 * @param state what else goes on changing: the generator, counts of early stopping, the history so far
 * @param tensors weights, biases and the optimiser's memory of each
 */
public record Checkpoint(
        SortedMap<String, String> configuration,
        long seed,
        int epoch,
        long step,
        SortedMap<String, String> state,
        List<Tensor> tensors) {
    private static final String FORMAT = "clock2cloud-net";
    private static final int VERSION = 1;
    private static final String CONFIGURATION = "configuration.";
    private static final String STATE = "state.";

    public Checkpoint {
        tensors = List.copyOf(tensors);
        if (epoch < 0 || step < 0) {
            throw new IllegalArgumentException("a checkpoint's epoch " + epoch + " and step " + step + " count from 0");
        }
        if (tensors.stream().map(Tensor::name).distinct().count() < tensors.size()) {
            throw new IllegalArgumentException("a checkpoint's tensors have names of their own: " + tensors);
        }
    }

    /** The tensor of that name. */
    public Tensor tensor(String name) {
        return tensors.stream()
                .filter(tensor -> tensor.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("the checkpoint lacks tensor " + name));
    }

    /** Writes it whole or not at all: what stood in the file stays until the new one is safe. */
    public void save(Path file) {
        AtomicFile.write(file, bytes());
    }

    public static Checkpoint load(Path file) {
        return decode(AtomicFile.read(file), file.toString());
    }

    byte[] bytes() {
        SortedMap<String, String> metadata = new TreeMap<>();
        configuration.forEach((key, value) -> metadata.put(CONFIGURATION + key, value));
        state.forEach((key, value) -> metadata.put(STATE + key, value));
        metadata.put("format", FORMAT);
        metadata.put("version", Integer.toString(VERSION));
        metadata.put("seed", Long.toString(seed));
        metadata.put("epoch", Integer.toString(epoch));
        metadata.put("step", Long.toString(step));
        return Safetensors.encode(metadata, tensors);
    }

    static Checkpoint decode(byte[] bytes, String name) {
        Safetensors.Content content = Safetensors.decode(bytes, name);
        Map<String, String> metadata = content.metadata();
        if (!FORMAT.equals(metadata.get("format"))) {
            throw new IllegalArgumentException(name + ": foreign: a safetensors file, but no net of clock2cloud's");
        }
        if (number(metadata, "version", name) > VERSION) {
            throw new IllegalArgumentException(name + ": from the future: its version is " + metadata.get("version")
                    + ", this clock2cloud reads up to " + VERSION);
        }
        return new Checkpoint(
                part(metadata, CONFIGURATION),
                number(metadata, "seed", name),
                (int) number(metadata, "epoch", name),
                number(metadata, "step", name),
                part(metadata, STATE),
                content.tensors());
    }

    private static long number(Map<String, String> metadata, String key, String name) {
        String text = metadata.getOrDefault(key, "absent");
        try {
            return Long.parseLong(text);
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException(name + ": damaged: its " + key + " is " + text, e);
        }
    }

    private static SortedMap<String, String> part(Map<String, String> metadata, String prefix) {
        SortedMap<String, String> part = new TreeMap<>();
        metadata.forEach((key, value) -> {
            if (key.startsWith(prefix)) {
                part.put(key.substring(prefix.length()), value);
            }
        });
        return part;
    }
}
