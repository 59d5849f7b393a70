package clock2cloud.nn.checkpoint;

import clock2cloud.nn.Net;
import clock2cloud.nn.Trainer;
import clock2cloud.nn.kernel.Panels;
import clock2cloud.nn.layer.Parameter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** A training run to a checkpoint and back. */
public final class SavedTraining {
    private static final String NET = "net";
    private static final String MEMORY = "optimizer/";

    private SavedTraining() {}

    /** The run as it stands; {@code configuration} and {@code state} are what the caller adds. */
    public static Checkpoint of(Trainer trainer, Map<String, String> configuration, Map<String, String> state) {
        Map<String, String> all = new TreeMap<>(configuration);
        all.put(NET, NetText.of(trainer.net()));
        List<String> memories = trainer.settings().optimizer().memories();
        List<Tensor> tensors = new ArrayList<>();
        for (Parameter parameter : trainer.parameters()) {
            Panels layout = parameter.values();
            List<Integer> shape = List.of(layout.rows(), layout.columns());
            tensors.add(new Tensor(parameter.name(), shape, layout.toRowMajor()));
            for (int i = 0; i < memories.size(); i++) {
                tensors.add(new Tensor(
                        MEMORY + memories.get(i) + "/" + parameter.name(),
                        shape,
                        parameter.memory(i).toRowMajor()));
            }
        }
        return new Checkpoint(
                new TreeMap<>(all),
                trainer.settings().seed(),
                trainer.epochs(),
                trainer.steps(),
                new TreeMap<>(state),
                tensors);
    }

    /** The net that the checkpoint is of. */
    public static Net net(Checkpoint checkpoint) {
        return NetText.net(checkpoint.configuration().getOrDefault(NET, "nothing"));
    }

    /** Puts the weights into a trainer of the same net; for a look at it, not to train on. */
    public static void putWeights(Checkpoint checkpoint, Trainer trainer) {
        requireSameNet(checkpoint, trainer);
        for (Parameter parameter : trainer.parameters()) {
            parameter.values().setRowMajor(checkpoint.tensor(parameter.name()).values());
        }
    }

    /** Puts everything back, so that the next step is the one that would have come. */
    public static void resume(Checkpoint checkpoint, Trainer trainer) {
        putWeights(checkpoint, trainer);
        List<String> memories = trainer.settings().optimizer().memories();
        for (Parameter parameter : trainer.parameters()) {
            for (int i = 0; i < memories.size(); i++) {
                Tensor tensor = checkpoint.tensor(MEMORY + memories.get(i) + "/" + parameter.name());
                parameter.memory(i).setRowMajor(tensor.values());
            }
        }
        trainer.resume(checkpoint.epoch(), checkpoint.step());
    }

    private static void requireSameNet(Checkpoint checkpoint, Trainer trainer) {
        if (!net(checkpoint).equals(trainer.net())) {
            throw new IllegalArgumentException(
                    "the checkpoint holds " + NetText.of(net(checkpoint)) + ", not " + NetText.of(trainer.net()));
        }
    }
}
