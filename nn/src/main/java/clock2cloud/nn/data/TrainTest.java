package clock2cloud.nn.data;

/** What a net learns from, and what it is judged by: the same features, the same classes, different rows. */
public record TrainTest(DataSet train, DataSet test) {
    public TrainTest {
        if (!train.shape().equals(test.shape())) {
            throw new IllegalArgumentException(
                    "training rows are " + train.shape() + ", test rows are " + test.shape() + ": they must be alike");
        }
        if (!train.classNames().equals(test.classNames())) {
            throw new IllegalArgumentException("training classes are " + train.classNames() + ", test classes are "
                    + test.classNames() + ": they must be alike");
        }
        if (train.isPixels() != test.isPixels()) {
            throw new IllegalArgumentException("training and test rows must both be bytes or both be numbers");
        }
    }
}
