package clock2cloud.app.story.gpu;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import clock2cloud.app.story.machine.Machines;
import clock2cloud.app.table.Json;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DenseLawTest {
    private static final Path SOURCE = Path.of("src/main/resources/clock2cloud/app/story/gpu");

    private static DenseLaw fitted(String device) {
        return DenseLaw.fit(
                Machines.named(device.equals("k80") ? "k80-die" : device).gpu().orElseThrow(),
                device,
                DenseTimings.shipped("dense-" + device + ".csv"),
                DenseTimings.SPLIT_SEED,
                device.equals("k80") ? DenseLaw.KEPLER : DenseLaw.PASCAL);
    }

    /** The shipped coefficients are those that the shipped rows give; -Dclock2cloud.accept=true writes them anew. */
    @ParameterizedTest
    @ValueSource(strings = {"k80", "p100"})
    void theShippedCoefficientsComeFromTheShippedRows(String device) throws IOException {
        DenseLaw fitted = fitted(device);
        if (Boolean.getBoolean("clock2cloud.accept")) {
            Files.createDirectories(SOURCE);
            Files.writeString(SOURCE.resolve("dense-" + device + ".json"), Json.write(fitted));
            return;
        }
        DenseLaw shipped = DenseLaw.shipped(device);
        assertEquals(fitted.terms(), shipped.terms());
        List<DenseTiming> tests =
                DenseTimings.shipped("dense-" + device + ".csv").tests();
        for (DenseTiming row : tests.subList(0, 200)) {
            assertEquals(
                    1,
                    shipped.seconds(row.batch(), row.inputs(), row.outputs(), row.rule())
                            / fitted.seconds(row.batch(), row.inputs(), row.outputs(), row.rule()),
                    1e-6);
        }
        for (int i = 0; i < fitted.logErrors().size(); i++) {
            assertEquals(fitted.logErrors().get(i), shipped.logErrors().get(i), 1e-6);
        }
        assertTrue(fitted.rows() <= 100);
    }
}
