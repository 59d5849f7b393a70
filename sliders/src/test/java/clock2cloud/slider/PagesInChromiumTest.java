package clock2cloud.slider;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import clock2cloud.app.Main;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The pages as somebody sees them: in a real browser, wide and narrow, light and dark, with and without scripts. */
class PagesInChromiumTest {
    /** What is wrong with the page at this width, as words. */
    private static final String INSPECT = """
            (() => {
              const wrong = [];
              const root = document.documentElement;
              if (root.scrollWidth > innerWidth) wrong.push('scrolls sideways: ' + root.scrollWidth + ' > ' + innerWidth);
              for (const tag of ['header', 'nav', 'main', 'footer']) if (!document.querySelector(tag)) wrong.push('no ' + tag);
              if (document.querySelectorAll('h1').length !== 1) wrong.push('not one h1');
              if (!root.lang) wrong.push('no language');
              for (const svg of document.querySelectorAll('svg')) {
                const box = svg.getBoundingClientRect();
                if (box.width < 250 || box.height < 100) wrong.push('invisible figure ' + svg.id);
                const label = svg.getAttribute('aria-label') || (svg.querySelector('title') || {}).textContent;
                if (!label) wrong.push('figure without a name ' + svg.id);
              }
              const ids = [...document.querySelectorAll('[id]')].map(e => e.id);
              ids.filter((id, i) => ids.indexOf(id) !== i).forEach(id => wrong.push('twice the id ' + id));
              for (const input of document.querySelectorAll('input')) if (!input.labels.length) wrong.push('no label');
              const lin = c => (c /= 255) <= 0.04045 ? c / 12.92 : Math.pow((c + 0.055) / 1.055, 2.4);
              const lum = c => 0.2126 * lin(c[0]) + 0.7152 * lin(c[1]) + 0.0722 * lin(c[2]);
              const rgb = s => s.match(/[0-9.]+/g).map(Number);
              const behind = e => {
                for (; e; e = e.parentElement) {
                  const c = rgb(getComputedStyle(e).backgroundColor);
                  if (c.length < 4 || c[3] > 0) return c;
                }
                return [255, 255, 255];
              };
              const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
              while (texts.nextNode()) {
                const e = texts.currentNode.parentElement;
                if (!texts.currentNode.textContent.trim() || e.closest('script,style,svg,.skip')) continue;
                if (!e.getClientRects().length) continue;
                const a = lum(rgb(getComputedStyle(e).color)), b = lum(behind(e));
                const ratio = (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
                if (ratio < 4.5) wrong.push('pale: ' + e.textContent.slice(0, 40) + ' ' + ratio.toFixed(2));
              }
              return wrong;
            })()""";

    @TempDir
    static Path folder;

    private static Path site;
    private static Browser browser;

    @BeforeAll
    static void makeAndOpen() throws Exception {
        Optional<Path> program = Browser.found();
        assumeTrue(program.isPresent(), "no Chromium on the PATH: the pages are not looked at");
        site = folder.resolve("site");
        StringWriter err = new StringWriter();
        int code = Main.execute(
                new PrintWriter(new StringWriter()),
                new PrintWriter(err),
                "blog",
                "--stored",
                "--out",
                site.toString());
        assertEquals(0, code, err.toString());
        browser = Browser.start(program.get(), folder.resolve("profile"));
    }

    @AfterAll
    static void close() throws Exception {
        if (browser != null) {
            browser.close();
        }
    }

    private static List<Path> pages() throws Exception {
        try (Stream<Path> files = Files.list(site)) {
            return files.filter(file -> file.toString().endsWith(".html"))
                    .sorted()
                    .toList();
        }
    }

    @Test
    void everyPageIsSoundAtEveryWidthAndInBothThemes() throws Exception {
        assertEquals(12, pages().size());
        for (Path page : pages()) {
            for (int width : new int[] {1200, 360}) {
                for (boolean dark : new boolean[] {false, true}) {
                    browser.size(width, 800, dark);
                    browser.open(page.toUri().toString());
                    JsonNode wrong = browser.value(INSPECT);
                    String where = page.getFileName() + " at " + width + (dark ? " dark" : " light");
                    assertEquals("[]", wrong.toString(), where);
                    assertEquals(List.of(), browser.errors(), where);
                }
            }
        }
    }

    @Test
    void everyLinkLeadsToAPageOfThisFolder() throws Exception {
        for (Path page : pages()) {
            browser.open(page.toUri().toString());
            for (JsonNode href :
                    browser.value("[...document.querySelectorAll('a[href]')].map(a => a.getAttribute('href'))")) {
                String target = href.asText();
                assertFalse(target.startsWith("http"), page + " leads outside: " + target);
                boolean alive = target.startsWith("#")
                        ? browser.value("!!document.getElementById('" + target.substring(1) + "')")
                                .asBoolean()
                        : Files.exists(page.resolveSibling(target.replaceFirst("#.*", "")));
                assertTrue(alive, page.getFileName() + " links to " + target);
            }
        }
    }

    @Test
    void slidersMoveTheFigureTheAddressAndTheCommand() throws Exception {
        browser.size(1200, 900, false);
        browser.open(site.resolve("message.html").toUri().toString());
        String before = browser.value("document.querySelector('.c2c-finding').textContent")
                .asText();
        assertTrue(before.contains("read 00101010"), before);
        browser.value("(() => { const s = document.getElementById('c2c-wire-threshold'); s.value = 3.5;"
                + " s.dispatchEvent(new Event('input')); })()");
        String after = browser.value("document.querySelector('.c2c-finding').textContent")
                .asText();
        assertTrue(after.contains("read 00000000"), after);
        assertTrue(browser.value("location.hash").asText().contains("threshold:3.5"));
        String command = browser.value("document.querySelector('.c2c-command code').textContent")
                .asText();
        assertTrue(command.startsWith("./c2c signal message --bits 10101010 --tau 774ps"), command);
        StringWriter out = new StringWriter();
        Main.execute(
                new PrintWriter(out),
                new PrintWriter(new StringWriter()),
                command.substring(6).split(" ", -1));
        assertTrue(out.toString().contains("read 00000000"), out.toString());
    }

    @Test
    void anAddressBringsItsSettingsBack() throws Exception {
        browser.open(site.resolve("many-cores.html").toUri() + "#speedup=workers:10,serial:0.05,overhead:0");
        String said = browser.value("document.querySelector('.c2c-finding').textContent")
                .asText();
        assertTrue(said.startsWith("10 workers are 6.90 times as fast as one"), said);
        assertEquals(List.of(), browser.errors());
    }

    @Test
    void theSpotSliderSaysWhatTheCommandSays() throws Exception {
        browser.open(site.resolve("rent-or-buy.html").toUri().toString());
        String command = browser.value("document.querySelector('.c2c-command code').textContent")
                .asText();
        double mean =
                browser.value("c2cModels.spot(0.17, 0.2, 1980, 2017, 400)[1]").asDouble();
        StringWriter out = new StringWriter();
        String[] args = (command.substring(6) + " --format json").split(" ", -1);
        assertEquals(0, Main.execute(new PrintWriter(out), new PrintWriter(new StringWriter()), args));
        JsonNode json = new com.fasterxml.jackson.databind.ObjectMapper().readTree(out.toString());
        assertEquals(json.at("/makespanSeconds/mean").asDouble(), mean, 1e-9 * mean);
    }

    @Test
    void theLadderSliderSaysWhatTheForecastSays() throws Exception {
        browser.open(site.resolve("instance-type.html").toUri() + "#ladder=layers:2,width:2048,batch:512,epochs:7");
        String command = browser.value("document.querySelector('.c2c-command code').textContent")
                .asText();
        String laptop = command.substring(command.indexOf("&& ./c2c ") + 9);
        StringWriter out = new StringWriter();
        String[] args = (laptop + " --format json").split(" ", -1);
        assertEquals(0, Main.execute(new PrintWriter(out), new PrintWriter(new StringWriter()), args));
        JsonNode json = new com.fasterxml.jackson.databind.ObjectMapper().readTree(out.toString());
        double seconds =
                browser.value("c2cModels.ladder(c2cLadder, 2, 2048, 512, 7)[3]").asDouble();
        assertEquals(json.get("secondsPerRun").asDouble(), seconds, 1e-12 * seconds);
        String said = browser.value("document.querySelector('.c2c-finding').textContent")
                .asText();
        assertTrue(said.startsWith("The rented K80 is ") && said.contains("times as fast as one core"), said);
        assertEquals(List.of(), browser.errors());
    }

    @Test
    void withoutScriptsTheStaticFigureStands() throws Exception {
        browser.scripts(false);
        try {
            browser.open(site.resolve("message.html").toUri().toString());
            assertEquals(
                    1,
                    browser.value("document.querySelectorAll('[data-slider] figure svg').length")
                            .asInt());
            assertEquals("[]", browser.value(INSPECT).toString());
        } finally {
            browser.scripts(true);
        }
    }

    @Test
    void oneScriptTagPutsItIntoAnyPage() throws Exception {
        Path page = Files.writeString(
                site.resolve("foreign.htm"),
                "<!DOCTYPE html><html lang=en><title>x</title><p>before</p><script src=\"clock2cloud-sliders.js\""
                        + " data-slider=\"speedup\"></script>");
        browser.open(page.toUri().toString());
        assertNotEquals(
                0,
                browser.value("document.querySelectorAll('.c2c-slider svg polyline').length")
                        .asInt());
        assertEquals(List.of(), browser.errors());
    }
}
