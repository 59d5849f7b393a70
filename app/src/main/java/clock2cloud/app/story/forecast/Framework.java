package clock2cloud.app.story.forecast;

import clock2cloud.app.story.machine.GraphicsProcessor.Generation;
import clock2cloud.app.story.machine.Machine;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Collectors;

/** What stands between the net and the machine: its share of a step can be larger than the machine's. */
public enum Framework {
    /** Each layer called alone through TensorFlow 1.x, as the published layer timings were. */
    CALLS("calls"),
    /** Keras on TensorFlow 1.2, July 2017; on processors compiled with AVX2. */
    KERAS_2017("keras-2017"),
    /** The same from pip, without AVX. */
    KERAS_2017_PIP("keras-2017-pip"),
    /** TensorFlow 2 with Keras, 2021. */
    TENSORFLOW_2("tensorflow-2"),
    /**
     * PyTorch 2, eager, fp32, as timed in 2026; the batch comes from ordinary memory. Left out: TF32 and half precision, compiled
     * graphs, pinned memory, data loaders, several GPUs.
     */
    PYTORCH_2("pytorch-2"),
    /** This project's own trainer. */
    OWN("own");

    private static final LocalDate SECOND_VERSION = LocalDate.of(2019, 10, 1);

    private final String words;

    Framework(String words) {
        this.words = words;
    }

    @Override
    public String toString() {
        return words;
    }

    /** The framework of a name. */
    public static Framework of(String name) {
        return Arrays.stream(values())
                .filter(framework -> framework.words.equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("'" + name + "' is no framework; there are "
                        + Arrays.stream(values()).map(Framework::toString).collect(Collectors.joining(", "))));
    }

    /**
     * What people would have used: on a board alone the bare calls, on a machine of one's own this project's trainer, on a
     * rented one Keras of the day, and PyTorch on the GPUs that are younger than the timings of Keras.
     */
    public static Framework usual(Machine machine, Optional<LocalDate> asked) {
        Optional<LocalDate> day = asked.or(machine::day);
        if (day.isEmpty() && !machine.rented()) {
            return machine.gpu().isEmpty() ? OWN : youngest(machine) == PYTORCH_2 ? PYTORCH_2 : CALLS;
        }
        return day.isPresent() && day.get().isBefore(SECOND_VERSION) ? KERAS_2017 : youngest(machine);
    }

    /** The one that was timed on the generation of a machine's GPU, or nearest to it. */
    static Framework youngest(Machine machine) {
        boolean hopper = machine.gpu()
                .filter(gpu -> gpu.generation() == Generation.HOPPER)
                .isPresent();
        return hopper ? PYTORCH_2 : TENSORFLOW_2;
    }
}
