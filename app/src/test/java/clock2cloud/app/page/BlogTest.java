package clock2cloud.app.page;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import clock2cloud.app.Run;
import clock2cloud.app.story.Reference;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The pages as text; the module {@code sliders} looks at them in a browser. */
class BlogTest {
    private static List<Page> pages;

    @TempDir
    Path folder;

    @BeforeAll
    static void make() {
        pages = new Blog(Reference.ladder(), 2017, line -> {}).site().pages();
    }

    @Test
    void thereAreTenChaptersAnIndexAndTheFacts() {
        assertEquals(12, pages.size());
        assertEquals("index.html", pages.get(0).file());
    }

    @Test
    void nothingIsAskedForFromOutside() {
        for (Page page : pages) {
            String html = page.html();
            assertFalse(
                    Pattern.compile("(src|href)=[\"'](https?:)?//")
                            .matcher(html)
                            .find(),
                    page.file());
            assertFalse(html.contains("@import") || html.contains("url(http"), page.file());
        }
    }

    @Test
    void noIdIsThereTwiceAndEveryLinkIsAlive() {
        Set<String> files = new HashSet<>();
        pages.forEach(page -> files.add(page.file()));
        for (Page page : pages) {
            String html = page.html().replaceAll("(?s)<script>.*?</script>", "");
            Set<String> ids = new HashSet<>();
            Matcher id = Pattern.compile(" id=[\"']([^\"']*)[\"']").matcher(html);
            while (id.find()) {
                assertTrue(ids.add(id.group(1)), page.file() + " has twice " + id.group(1));
            }
            Matcher link = Pattern.compile("href=\"([^\"]*)\"").matcher(html);
            while (link.find()) {
                String to = link.group(1);
                boolean alive =
                        to.startsWith("#") ? ids.contains(to.substring(1)) : to.equals("data:,") || files.contains(to);
                assertTrue(alive, page.file() + " links to " + to);
            }
        }
    }

    @Test
    void everyFigureSaysHowItWasMade() {
        for (Page page : pages) {
            String html = page.html();
            assertEquals(count(html, "<figure "), count(html, "How this was made"), page.file());
            assertEquals(count(html, "<svg "), count(html, "role='img'"), page.file());
        }
    }

    private static int count(String text, String part) {
        return text.split(Pattern.quote(part), -1).length - 1;
    }

    @Test
    void elevenSentencesOfThePostHaveAVerdictANumberAndASource() {
        List<FactCheck.Line> lines = FactCheck.lines();
        assertEquals(11, lines.size());
        for (FactCheck.Line line : lines) {
            assertTrue(line.number().matches("(?s).*\\d.*"), line.claim());
            assertFalse(line.verdict().isBlank() || line.source().isBlank(), line.claim());
        }
        String all = lines.toString();
        for (String part : List.of(
                "2.53 GHz",
                "5 V",
                "tenth",
                "3 of the 4",
                "last 5%",
                "lower clock",
                "$0.90",
                "$0.17",
                "90%",
                "warning",
                "5 hours")) {
            assertTrue(all.contains(part), part);
        }
    }

    @Test
    void aFolderThatCannotBeWrittenToIsOneLine() {
        for (String out : List.of("/proc/nothing", "/dev/null/x")) {
            Run run = Run.of("blog", "--stored", "--out", out);
            assertEquals(2, run.code(), run.err());
            assertEquals(1, run.err().lines().count(), run.err());
        }
        assertEquals(2, Run.of("blog").code());
    }

    @Test
    void markdownIsReadAsWritten() {
        assertEquals("<p>a <code>b &lt; c</code> <strong>d</strong></p>\n", Markdown.html("a `b < c` **d**\n", 1));
        assertEquals(
                "<h2>T</h2>\n<ul>\n<li>x y</li>\n<li>z</li>\n</ul>\n",
                Markdown.html("# T\n\n- x\n  y\n- z\n", 2).replace("x   y", "x y"));
        assertEquals("<p><a href=\"x.html\">w</a></p>\n", Markdown.html("[w](x.html)", 1));
        assertTrue(Markdown.html("| a | b |\n|---|---|\n| 1 | 2 |", 1).contains("<td>2</td>"));
    }

    @Test
    void pagesAreWrittenWhole() throws Exception {
        Path file = pages.get(0).write(folder);
        assertEquals(pages.get(0).html(), Files.readString(file));
    }
}
