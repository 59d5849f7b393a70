package clock2cloud.slider;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import clock2cloud.app.slider.LadderFacts;
import clock2cloud.app.slider.LadderSlider;
import clock2cloud.app.slider.SpeedupSlider;
import clock2cloud.app.slider.SpotSlider;
import clock2cloud.app.slider.WireSlider;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.SplittableRandom;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The script in Node and the classes on the JVM: random settings, the same digits. */
class SameDigitsTest {
    private static final String SCRIPT = "clock2cloud/slider/models.js";
    private static final int SETTINGS = 1000;

    @TempDir
    static Path folder;

    private static Path script;

    @BeforeAll
    static void extract() throws IOException {
        script = folder.resolve("models.js");
        Files.write(script, bytes());
    }

    private static byte[] bytes() throws IOException {
        try (var in =
                Objects.requireNonNull(SameDigitsTest.class.getClassLoader().getResourceAsStream(SCRIPT), SCRIPT)) {
            return in.readAllBytes();
        }
    }

    @Test
    void isSmallEnoughToBePasted() throws IOException {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(packed)) {
            gzip.write(bytes());
        }
        assertTrue(packed.size() <= 150_000, "models.js is " + packed.size() + " bytes, gzipped");
    }

    @Test
    void wiresAgree() throws Exception {
        SplittableRandom random = new SplittableRandom(1);
        List<String> calls = new ArrayList<>();
        List<double[]> wanted = new ArrayList<>();
        for (int i = 0; i < SETTINGS; i++) {
            double clock = 1e8 * Math.pow(100, random.nextDouble());
            double ohms = 100 * Math.pow(100, random.nextDouble());
            double farads = 1e-14 * Math.pow(100, random.nextDouble());
            double threshold = random.nextDouble(0.5, 4.5);
            int message = random.nextInt(256);
            calls.add("wire(" + clock + "," + ohms + "," + farads + "," + threshold + "," + message + ")");
            wanted.add(WireSlider.run(clock, ohms, farads, threshold, message));
        }
        assertSame(calls, wanted, 12);
    }

    @Test
    void speedupsAgree() throws Exception {
        SplittableRandom random = new SplittableRandom(2);
        List<String> calls = new ArrayList<>();
        List<double[]> wanted = new ArrayList<>();
        for (int i = 0; i < SETTINGS; i++) {
            double workers = random.nextInt(1, 1001);
            double serial = random.nextDouble();
            double coherency = random.nextBoolean() ? 0 : 0.01 * random.nextDouble();
            calls.add("speedup(" + workers + "," + serial + "," + coherency + ")");
            wanted.add(SpeedupSlider.run(workers, serial, coherency));
        }
        assertSame(calls, wanted, 15);
    }

    @Test
    void spotJobsAgree() throws Exception {
        SplittableRandom random = new SplittableRandom(3);
        List<String> calls = new ArrayList<>();
        List<double[]> wanted = new ArrayList<>();
        for (int i = 0; i < SETTINGS; i++) {
            double bid = random.nextDouble(0.05, 1);
            double evictions = random.nextDouble(0.01, 1);
            double interval = 60 * random.nextInt(5, 301);
            double seed = random.nextInt(1, 1_000_000);
            calls.add("spot(" + bid + "," + evictions + "," + interval + "," + seed + ",40)");
            wanted.add(SpotSlider.run(bid, evictions, interval, seed, 40));
        }
        assertSame(calls, wanted, 12);
    }

    @Test
    void laddersAgree() throws Exception {
        SplittableRandom random = new SplittableRandom(4);
        double[] facts = LadderFacts.shipped();
        List<String> calls = new ArrayList<>();
        List<double[]> wanted = new ArrayList<>();
        for (int i = 0; i < SETTINGS; i++) {
            int layers = random.nextInt(1, 5);
            int width = (int) (16 * Math.pow(256, random.nextDouble()));
            int batch = (int) Math.pow(1024, random.nextDouble());
            int epochs = (int) Math.pow(200, random.nextDouble());
            calls.add("ladder(f," + layers + "," + width + "," + batch + "," + epochs + ")");
            wanted.add(LadderSlider.run(facts, layers, width, batch, epochs));
        }
        // ten digits: where e^x - 1 is asked for a tiny x, the script has fewer than the JVM
        assertSame(calls, wanted, 10, "const f=Float64Array.from(" + Arrays.toString(facts) + ");\n");
    }

    /**
     * @param digits that both print alike, or decimals where a number is below 1: the last bits of exp and log differ between
     *     a browser and the JVM
     */
    private static void assertSame(List<String> calls, List<double[]> wanted, int digits) throws Exception {
        assertSame(calls, wanted, digits, "");
    }

    /** @param before what the calls need */
    private static void assertSame(List<String> calls, List<double[]> wanted, int digits, String before)
            throws Exception {
        List<String> lines = node(calls, before);
        assertEquals(calls.size(), lines.size());
        for (int i = 0; i < calls.size(); i++) {
            String[] numbers = lines.get(i).split(" ", -1);
            assertEquals(wanted.get(i).length, numbers.length, calls.get(i));
            for (int j = 0; j < numbers.length; j++) {
                double got = Double.parseDouble(numbers[j]);
                double want = wanted.get(i)[j];
                boolean same = rounded(got, digits).equals(rounded(want, digits))
                        || Math.abs(got - want) <= Math.max(1, Math.abs(want)) * Math.pow(10, -digits);
                assertTrue(same, calls.get(i) + "[" + j + "]: " + got + " in JavaScript, " + want + " on the JVM");
            }
        }
    }

    private static String rounded(double value, int digits) {
        return String.format(Locale.ROOT, "%." + (digits - 1) + "e", value);
    }

    private static List<String> node(List<String> calls, String before) throws Exception {
        StringBuilder program = new StringBuilder(before + "const m=require(" + quoted(script.toString()) + ");\n");
        program.append("const say=a=>console.log(Array.from(a).join(' '));\n");
        calls.forEach(call -> program.append("say(m.").append(call).append(");\n"));
        Path file = Files.writeString(folder.resolve("program.js"), program);
        Process node;
        try {
            node = new ProcessBuilder("node", file.toString())
                    .redirectErrorStream(true)
                    .start();
        } catch (IOException e) {
            assumeTrue(false, "node is not on the PATH: the script is not held against the JVM");
            throw e;
        }
        String said = new String(node.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertEquals(0, node.waitFor(), said.substring(0, Math.min(2000, said.length())));
        return said.lines().toList();
    }

    private static String quoted(String text) {
        return "\"" + text.replace("\\", "\\\\").replace("\"", "\\\"") + "\"";
    }
}
