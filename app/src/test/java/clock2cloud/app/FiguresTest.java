package clock2cloud.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import clock2cloud.app.chart.Figure;
import clock2cloud.app.chart.FigureFiles;
import clock2cloud.app.chart.Svg;
import clock2cloud.app.chart.Texts;
import clock2cloud.app.chart.Theme;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.awt.geom.Rectangle2D;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What every registered figure keeps; each is made once. */
class FiguresTest {
    /** Timed here and now, so that no two runs are alike. */
    private static final Set<String> MEASURED = Set.of("matrix-product-speed", "roofline");

    /** From the README's own run. */
    private static final Set<String> MEASURED_FOR_THE_DOCUMENTS = Set.of("ladder", "blind-epochs");

    private static final Path ROOT = Path.of(System.getProperty("clock2cloud.root", ".."));

    private static final String HASHES = "app/src/test/resources/clock2cloud/app/figures.csv";

    private static final Map<String, Figure> MADE = new HashMap<>();

    @TempDir
    Path folder;

    static Stream<String> names() {
        return Figures.all().stream().map(FigureRecipe::name);
    }

    private static synchronized Figure figure(String name) {
        return MADE.computeIfAbsent(name, missing -> Figures.named(missing, 2017));
    }

    @Test
    void thereAreAtLeastTwoDozenAndNoTwoShareAName() {
        assertTrue(names().count() >= 24);
        assertEquals(names().count(), names().distinct().count());
    }

    /** Every text of the picture, ticks and blocks too: inside the canvas, and none on another. */
    @ParameterizedTest
    @MethodSource("names")
    void noLabelIsCutOrTouchesAnother(String name) {
        Figure figure = figure(name);
        List<Texts.Box> boxes = Texts.of(Svg.document(figure, Theme.LIGHT));
        Rectangle2D canvas = new Rectangle2D.Double(0, 0, 960, figure.height());
        for (int i = 0; i < boxes.size(); i++) {
            Texts.Box a = boxes.get(i);
            assertTrue(canvas.contains(a.area()), name + ": '" + a.text() + "' leaves the canvas");
            for (Texts.Box b : boxes.subList(i + 1, boxes.size())) {
                assertFalse(a.area().intersects(b.area()), name + ": '" + a.text() + "' touches '" + b.text() + "'");
            }
        }
    }

    @ParameterizedTest
    @MethodSource("names")
    void saysWhatItFoundAndHowItWasMade(String name) {
        Figure figure = figure(name);
        assertEquals(name, figure.slug());
        assertTrue(figure.title().length() > 15, name + " has no finding");
        assertTrue(figure.alt().length() > 20, name + " has no text for those who cannot see it");
        assertTrue(figure.command().startsWith("./c2c "), name + ": " + figure.command());
        assertFalse(figure.command().contains("DIR"), name + ": " + figure.command() + " is not to be pasted");
        assertTrue(
                !figure.command().startsWith("./c2c figures")
                        || figure.command().contains("--only " + name),
                name + ": " + figure.command() + " draws more than this");
        String command = figure.command().replace("./c2c ", "");
        Main.commandLine().parseArgs(command.split(" +", -1));
    }

    /**
     * The bytes of every SVG and CSV, but of those that are timed here and now, are those of the file of hashes: from run to run, on
     * every Java, on every machine. After a figure was meant to change, run this test with -Dclock2cloud.accept=true.
     */
    @Test
    void everyFigureHasTheSameBytesOnEveryJava() throws Exception {
        List<String> lines = new ArrayList<>(List.of("figure,svg,csv"));
        for (String name : names().filter(name -> !MEASURED.contains(name)).toList()) {
            Figure figure = figure(name);
            lines.add(name + "," + hash(Svg.document(figure, Theme.LIGHT)) + "," + hash(FigureFiles.csv(figure)));
        }
        Path file = ROOT.resolve(HASHES);
        if (Boolean.getBoolean("clock2cloud.accept")) {
            Files.write(file, lines);
        }
        assertEquals(
                String.join("\n", Files.readAllLines(file)),
                String.join("\n", lines),
                "if these figures were meant to change: ./mvnw -pl app -am test -Dtest=FiguresTest"
                        + " -Dsurefire.failIfNoSpecifiedTests=false -Dclock2cloud.accept=true");
    }

    /** What the documents show is what {@code ./c2c figures} draws today; accepted together with the hashes. */
    @Test
    void thePicturesOfTheDocumentsAreTodays() throws Exception {
        try (Stream<Path> pictures = Files.list(ROOT.resolve("docs/images"))) {
            for (Path picture : pictures.sorted().toList()) {
                String name = picture.getFileName().toString().replace(".svg", "");
                if (!MEASURED_FOR_THE_DOCUMENTS.contains(name)) {
                    String today = Svg.document(figure(name), Theme.LIGHT);
                    if (Boolean.getBoolean("clock2cloud.accept")) {
                        Files.writeString(picture, today);
                    }
                    assertEquals(hash(today), hash(Files.readString(picture)), picture + " is an older drawing");
                }
            }
        }
    }

    /** One line and one picture a concept, and no picture that no document shows. */
    @Test
    void everyConceptOfTheGlossaryHasAPictureThatIsThere() throws Exception {
        String glossary = Files.readString(ROOT.resolve("docs/glossary.md"));
        String readme = Files.readString(ROOT.resolve("README.md"));
        for (String row : glossary.lines()
                .filter(line -> line.startsWith("| ") && !line.startsWith("| concept"))
                .toList()) {
            Matcher picture = Pattern.compile("!\\[[^]]+]\\((images/[a-z0-9-]+\\.svg)\\) \\|$")
                    .matcher(row);
            assertTrue(picture.find(), row + " has no picture");
            assertTrue(Files.exists(ROOT.resolve("docs").resolve(picture.group(1))), row);
        }
        try (Stream<Path> pictures = Files.list(ROOT.resolve("docs/images"))) {
            pictures.map(picture -> "images/" + picture.getFileName())
                    .forEach(name -> assertTrue(glossary.contains(name) || readme.contains(name), name));
        }
    }

    private static String hash(String text) throws Exception {
        byte[] digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
        return HexFormat.of().formatHex(digest, 0, 8);
    }

    @ParameterizedTest
    @MethodSource("names")
    void onAPageItHasOneSetOfIdsAndNoColourOfItsOwn(String name) {
        String svg = Svg.inline(figure(name), "id-" + name);
        Set<String> ids = new HashSet<>();
        Stream.of(svg.split(" id='", -1)).skip(1).forEach(rest -> {
            String id = rest.substring(0, rest.indexOf('\''));
            assertTrue(id.startsWith("id-" + name), id);
            assertTrue(ids.add(id), id);
        });
        assertTrue(svg.contains("role='img'") && svg.contains("<title id='id-" + name + "-title'>"));
        assertFalse(svg.contains("rgb(255,255,255)") || svg.contains("rgb(34,34,34)"), "not for dark paper");
    }

    @Test
    void darkFiguresStandOnDarkPaperAndSayHowTheyWereMade() throws Exception {
        Run run = Run.of("figures", "--only", "signal-message", "--theme", "dark", "--out", folder.toString());
        assertEquals(0, run.code(), run.err());
        assertTrue(Files.readString(folder.resolve("signal-message.svg")).contains("fill:rgb(21,24,29)"));
        JsonNode sidecar = new ObjectMapper()
                .readTree(folder.resolve("signal-message.json").toFile());
        for (String key : List.of("name", "title", "alt", "command", "seed", "theme", "version", "sources")) {
            assertTrue(sidecar.has(key), key);
        }
        assertEquals("dark", sidecar.get("theme").asText());
    }

    @Test
    void anUnknownThemeIsOneLine() {
        Run run = Run.of("figures", "--theme", "pink", "--out", folder.toString());
        assertEquals(2, run.code());
        assertEquals("c2c: theme 'pink' is neither light nor dark", run.err().strip());
    }

    @Test
    void anUnknownFigureIsOneLineWithTheNames() {
        Run run = Run.of("figures", "--only", "signal-massage", "--out", folder.toString());
        assertEquals(2, run.code());
        assertEquals(1, run.err().strip().lines().count(), run.err());
        assertTrue(run.err().contains("'signal-massage' is no figure; there are ")
                && run.err().contains("signal-message"));
    }

    /** A JVM of its own on a machine whose font configuration is gone. */
    @Test
    void withoutFontsItIsOneLine() throws Exception {
        ProcessBuilder java = drawing("-Djava.awt.headless=true");
        java.environment().put("FONTCONFIG_FILE", "/nowhere/fonts.conf");
        java.environment().put("FONTCONFIG_PATH", "/nowhere");
        Process process = java.start();
        List<String> said = said(process);
        int code = process.waitFor();
        assumeTrue(code != 0, "this Java draws text without a font configuration");
        assertEquals(2, code, said.toString());
        assertEquals(1, said.size(), said.toString());
        assertTrue(said.get(0).contains("no fonts on this machine"), said.toString());
    }

    /** A server has no screen, and a script may start Java without saying so. */
    @Test
    void noDisplayIsNeededEvenWhereNobodySaysHeadless() throws Exception {
        ProcessBuilder java = drawing("-Dsaid=nothing");
        java.environment().remove("DISPLAY");
        java.environment().put("WAYLAND_DISPLAY", "");
        Process process = java.start();
        List<String> said = said(process);
        assertEquals(0, process.waitFor(), said.toString());
        assertTrue(Files.size(folder.resolve("signal-message.png")) > 10_000);
    }

    private ProcessBuilder drawing(String flag) {
        ProcessBuilder java = new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                flag,
                "-XX:TieredStopAtLevel=1",
                "-Duser.home=" + folder,
                "-cp",
                System.getProperty("java.class.path"),
                "clock2cloud.app.Main",
                "figures",
                "--only",
                "signal-message",
                "--out",
                folder.toString());
        java.environment().put("XDG_CACHE_HOME", folder.toString());
        return java.redirectErrorStream(true);
    }

    private static List<String> said(Process process) throws IOException {
        return new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8)
                .lines()
                .filter(line -> line.startsWith("c2c: "))
                .toList();
    }

    @Test
    void aFolderThatCannotBeWrittenToIsOneLine() {
        Run run = Run.of("figures", "--only", "signal-message", "--out", "/proc/nothing");
        assertEquals(2, run.code());
        assertEquals(1, run.err().lines().count(), run.err());
    }
}
