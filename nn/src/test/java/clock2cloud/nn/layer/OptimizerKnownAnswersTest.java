package clock2cloud.nn.layer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import clock2cloud.nn.kernel.FastKernels;
import clock2cloud.nn.kernel.Store;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * One weight from 1 with rate 0.1 under the gradients 0.5, −0.25, 0.125; the numbers by PyTorch's documented rules
 * (torch.optim, 2.x: SGD, RMSprop, Adam) in double precision.
 */
class OptimizerKnownAnswersTest {
    private static final float[] GRADIENTS = {0.5f, -0.25f, 0.125f};

    static Stream<Arguments> trajectories() {
        return Stream.of(
                Arguments.of(Optimizer.of("momentum"), new double[] {0.95, 0.93, 0.8995}),
                Arguments.of(Optimizer.of("nesterov"), new double[] {0.905, 0.912, 0.87205}),
                Arguments.of(Optimizer.of("rmsprop"), new double[] {0.0000002, 0.449013374, 0.228909218}),
                Arguments.of(Optimizer.of("adam"), new double[] {0.900000002, 0.873366299, 0.839323385}),
                Arguments.of(new WeightDecay(Optimizer.of("momentum"), 0.1), new double[] {0.94, 0.9016, 0.845524}));
    }

    @ParameterizedTest
    @MethodSource("trajectories")
    void aWeightGoesWhereTheRuleSays(Optimizer optimizer, double[] expected) {
        Parameter parameter = new Parameter("w", 1, 1, optimizer, new Store());
        parameter.values().set(0, 0, 1f);
        StepState state = new StepState();
        for (int step = 0; step < expected.length; step++) {
            state.train(1, step, 0.1);
            parameter.gradient().set(0, 0, GRADIENTS[step]);
            optimizer.move(FastKernels.here(), state, parameter, 0, 32);
            assertEquals(expected[step], parameter.values().get(0, 0), 3e-7, "step " + (step + 1));
        }
    }

    @Test
    void unknownNamesAndAbsurdSettingsAreRefused() {
        assertThrows(IllegalArgumentException.class, () -> Optimizer.of("lion"));
        assertThrows(IllegalArgumentException.class, () -> new Momentum(1, false));
        assertThrows(IllegalArgumentException.class, () -> new Adam(0.9, Double.NaN, 1e-8));
        assertThrows(IllegalArgumentException.class, () -> new RmsProp(0.99, 0));
        assertThrows(IllegalArgumentException.class, () -> new WeightDecay(new Descent(), -1));
    }
}
