package clock2cloud.nn.data;

import java.util.Arrays;
import java.util.random.RandomGenerator;

/** Fisher and Yates's shuffle, and a cut that keeps each class's share. */
final class Split {
    private Split() {}

    static TrainTest stratified(DataSet all, double testFraction, RandomGenerator random) {
        int[] order = shuffled(all.rows(), random);
        int[] left = all.classCounts();
        for (int c = 0; c < left.length; c++) {
            left[c] = left[c] < 2 ? 0 : (int) Math.max(1, Math.round(left[c] * testFraction));
        }
        int[] train = new int[all.rows() - Arrays.stream(left).sum()];
        int[] test = new int[all.rows() - train.length];
        if (test.length == 0) {
            throw new IllegalArgumentException("no class has two rows, so that one could be kept for the test");
        }
        int trained = 0;
        int tested = 0;
        for (int row : order) {
            if (left[all.labels()[row]]-- > 0) {
                test[tested++] = row;
            } else {
                train[trained++] = row;
            }
        }
        Arrays.sort(train);
        Arrays.sort(test);
        return new TrainTest(all.rows(train), all.rows(test));
    }

    static int[] shuffled(int count, RandomGenerator random) {
        int[] order = new int[count];
        for (int i = 0; i < count; i++) {
            int j = random.nextInt(i + 1);
            order[i] = order[j];
            order[j] = i;
        }
        return order;
    }
}
