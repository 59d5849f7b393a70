package clock2cloud.app.story.host;

import clock2cloud.nn.Trainer;
import clock2cloud.nn.kernel.FastKernels;
import com.sun.management.OperatingSystemMXBean;
import java.io.File;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.zip.CRC32;

/** What the operating system tells of the machine that we run on. */
public final class ThisMachine {
    /** Asked once: each time, the system reads files. */
    private static final int PROCESSORS = Runtime.getRuntime().availableProcessors();

    private static final double MEMORY_BYTES =
            ManagementFactory.getOperatingSystemMXBean() instanceof OperatingSystemMXBean system
                    ? system.getTotalMemorySize()
                    : Double.POSITIVE_INFINITY;

    private ThisMachine() {}

    public static String processor() {
        return cpuInfo("model name").orElse(System.getProperty("os.arch"));
    }

    /** The clock that the system tells, which need not be the one that vectors run at. */
    public static Optional<Double> clockHertz() {
        return cpuInfo("cpu MHz").map(text -> Double.parseDouble(text) * 1e6);
    }

    private static Optional<String> cpuInfo(String key) {
        try {
            for (String line : Files.readAllLines(Path.of("/proc/cpuinfo"))) {
                if (line.startsWith(key) && line.contains(":")) {
                    return Optional.of(line.substring(line.indexOf(':') + 1).strip());
                }
            }
        } catch (IOException e) {
            return Optional.empty();
        }
        return Optional.empty();
    }

    /** Hardware threads that Java may use. */
    public static int processors() {
        return PROCESSORS;
    }

    /** Of the whole machine, or of the container that this Java is in. */
    public static double memoryBytes() {
        return MEMORY_BYTES;
    }

    /** Changes with the processor, the Java that runs, and the trainer's own code. */
    public static String fingerprint() {
        CRC32 crc = new CRC32();
        List<String> parts = List.of(
                processor(),
                String.valueOf(Runtime.getRuntime().availableProcessors()),
                System.getProperty("java.vm.version"),
                FastKernels.here().name(),
                trainerVersion());
        parts.forEach(part -> crc.update(part.getBytes(StandardCharsets.UTF_8)));
        return String.format("%08x", crc.getValue());
    }

    private static String trainerVersion() {
        try {
            File code = new File(Trainer.class
                    .getProtectionDomain()
                    .getCodeSource()
                    .getLocation()
                    .toURI());
            return code.isFile() ? String.valueOf(code.length()) : "classes";
        } catch (URISyntaxException e) {
            return "unknown";
        }
    }

    /** Where this user's calibrations are kept. */
    public static Path cacheFolder() {
        String set = System.getenv("XDG_CACHE_HOME");
        Path base = set == null || set.isBlank() ? Path.of(System.getProperty("user.home"), ".cache") : Path.of(set);
        return base.resolve("clock2cloud");
    }
}
