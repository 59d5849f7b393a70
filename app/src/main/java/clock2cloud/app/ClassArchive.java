package clock2cloud.app;

import java.io.PrintWriter;
import java.io.Writer;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/**
 * Runs one small command of each floor and shows nothing, so that the JVM that was asked to archive its classes has loaded
 * those that people's first commands need. The launcher starts this once for each Java.
 */
final class ClassArchive {
    private ClassArchive() {}

    public static void main(String[] args) {
        Path examples = Path.of(System.getProperty("clock2cloud.root", "."), "docs", "examples");
        for (String[] command : List.of(
                words("--help"),
                words("predict --layers 784,30,10 --batch 10 --epochs 1 --machine p2.xlarge"),
                words("nn train --layers 784,30,10 --batch 128 --epochs 1 --format json"),
                words("signal spice", examples.resolve("rlc.cir")),
                words(
                        "cluster flows --platform",
                        examples.resolve("cluster-star.xml"),
                        "--flows",
                        examples.resolve("flows.csv")),
                words(
                        "cluster run --format json --platform",
                        examples.resolve("cluster-star.xml"),
                        "--workload",
                        examples.resolve("master-worker.json")),
                words("vm run", examples.resolve("vm-host.json")),
                words("spot job --work 5h --mean-life 5h --save daly --deadline 7h"))) {
            PrintWriter nowhere = new PrintWriter(Writer.nullWriter());
            Main.execute(nowhere, nowhere, command);
        }
        System.exit(0);
    }

    /** The words of a command line; a path stays one word, whatever blanks are in it. */
    private static String[] words(Object... parts) {
        return Arrays.stream(parts)
                .flatMap(p -> p instanceof Path path
                        ? Stream.of(path.toString())
                        : Arrays.stream(p.toString().split(" ")))
                .toArray(String[]::new);
    }
}
