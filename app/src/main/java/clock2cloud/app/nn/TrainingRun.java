package clock2cloud.app.nn;

import clock2cloud.app.Common;
import clock2cloud.nn.EarlyStopping;
import clock2cloud.nn.Epoch;
import clock2cloud.nn.Evaluation;
import clock2cloud.nn.Trainer;
import clock2cloud.nn.TrainingDiverged;
import clock2cloud.nn.checkpoint.Checkpoint;
import clock2cloud.nn.checkpoint.CheckpointFolder;
import clock2cloud.nn.checkpoint.SavedTraining;
import clock2cloud.nn.data.TrainTest;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Epoch after epoch, saved as they end, until there are enough or the test loss falls no more. */
final class TrainingRun {
    private static final String EPOCHS = "epochs";

    private final Common common;
    private final Trainer trainer;
    private final TrainTest data;
    private final Map<String, String> configuration;
    private final Optional<CheckpointFolder> folder;
    private final List<EpochLine> epochs = new ArrayList<>();
    private Optional<String> stopped = Optional.empty();
    private Optional<Evaluation> last = Optional.empty();

    TrainingRun(
            Common common,
            Trainer trainer,
            TrainTest data,
            Map<String, String> configuration,
            Optional<CheckpointFolder> folder) {
        this.common = common;
        this.trainer = trainer;
        this.data = data;
        this.configuration = new TreeMap<>(configuration);
        this.folder = folder;
    }

    /** Begins anew; checkpoints of an earlier run in the same folder are put aside, not mixed with this one's. */
    void begin() {
        folder.flatMap(CheckpointFolder::begin)
                .ifPresent(aside -> common.progress("checkpoints of an earlier run are now in " + aside));
    }

    /** Goes on from the newest whole checkpoint, if there is one; says which, and what was passed over. */
    void resume() {
        CheckpointFolder.Newest newest = folder.orElseThrow(
                        () -> new IllegalArgumentException("--resume goes with --save DIR, where the checkpoints are"))
                .newest();
        newest.passedOver().forEach(common::progress);
        newest.checkpoint().ifPresent(this::resume);
        common.progress(newest.file()
                .map(file -> "going on from " + file + ", " + trainer.epochs() + " epochs done")
                .orElse("no checkpoint to go on from: beginning"));
    }

    private void resume(Checkpoint checkpoint) {
        configuration.forEach((key, value) -> {
            String before = checkpoint.configuration().getOrDefault(key, value);
            if (!before.equals(value)) {
                throw new IllegalArgumentException(
                        "--resume: the checkpoint was made with " + key + " " + before + ", not " + value);
            }
        });
        SavedTraining.resume(checkpoint, trainer);
        epochs.addAll(EpochLine.parse(checkpoint.state().getOrDefault(EPOCHS, "")));
    }

    /** Trains until so many epochs are done in all. */
    void train(int wanted, int patience) {
        long rows = data.train().rows();
        long stepsPerEpoch =
                (rows + trainer.settings().batch() - 1) / trainer.settings().batch();
        EarlyStopping stopping = new EarlyStopping(Math.max(1, patience));
        epochs.forEach(epoch -> stop(stopping, epoch, patience));
        while (trainer.epochs() < wanted && stopped.isEmpty()) {
            EpochLine epoch = ProgressBar.during(
                    common, () -> trainer.steps() * rows / stepsPerEpoch, wanted * rows, this::epoch);
            epochs.add(epoch);
            common.progress(epoch.words());
            folder.ifPresent(to -> to.save(checkpoint()));
            stop(stopping, epoch, patience);
        }
    }

    private void stop(EarlyStopping stopping, EpochLine epoch, int patience) {
        if (patience > 0 && stopping.stopsAfter(epoch.testLoss())) {
            stopped = Optional.of("the test loss fell no more for " + patience + " epochs");
        }
    }

    private EpochLine epoch() {
        try {
            Epoch epoch = trainer.epoch(data.train(), data.test(), System::nanoTime);
            last = Optional.of(epoch.test());
            return EpochLine.of(epoch);
        } catch (TrainingDiverged e) {
            throw new IllegalArgumentException(e.getMessage() + "; " + lastGood(), e);
        }
    }

    private String lastGood() {
        return folder.flatMap(saved -> saved.newest().file())
                .map(file -> "the last good checkpoint is " + file)
                .orElse("nothing was saved");
    }

    Checkpoint checkpoint() {
        return SavedTraining.of(
                trainer,
                configuration,
                Map.of(EPOCHS, EpochLine.text(epochs), "generator", "splitmix64 by seed and epoch"));
    }

    List<EpochLine> epochs() {
        return List.copyOf(epochs);
    }

    Optional<String> stopped() {
        return stopped;
    }

    /** The look at the test set after the last epoch; a new one where a checkpoint held all epochs. */
    Evaluation evaluation() {
        return last.orElseGet(() -> trainer.evaluate(data.test()));
    }
}
