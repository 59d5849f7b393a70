package clock2cloud.app.page;

import clock2cloud.app.chart.Svg;
import clock2cloud.app.chart.Theme;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;

/**
 * One HTML file that asks for nothing else: style, pictures and scripts are inside.
 *
 * @param file its name
 * @param title plain text
 * @param description one sentence for search engines and link previews, plain text
 * @param navigation HTML of the links to other pages, or nothing
 * @param body HTML of the main part
 */
public record Page(String file, String title, String description, String navigation, String body) {
    private static final String STYLE = resource("page.css");

    /** The whole document. */
    public String html() {
        return """
                <!DOCTYPE html>
                <html lang="en">
                <head>
                <meta charset="utf-8">
                <meta name="viewport" content="width=device-width, initial-scale=1">
                <title>%s</title>
                <meta name="description" content="%s">
                <meta name="generator" content="clock2cloud 0.1.0">
                <meta name="color-scheme" content="light dark">
                <link rel="icon" href="data:,">
                <style>
                :root{%s}
                @media (prefers-color-scheme: dark){:root{%s}}
                @media print{:root{%s}}
                %s</style>
                </head>
                <body>
                <a class="skip" href="#main">Skip to the text</a>
                <header class="site">%s</header>
                %s<main id="main">
                %s</main>
                <footer class="site"><p>Made by clock2cloud 0.1.0; every number was computed when this page was made, or is cited with its source.</p></footer>
                </body>
                </html>
                """.formatted(
                        Html.escaped(title),
                        Html.escaped(description),
                        Svg.variables(Theme.LIGHT),
                        Svg.variables(Theme.DARK),
                        Svg.variables(Theme.LIGHT),
                        STYLE,
                        navigation.isEmpty() ? "clock2cloud" : "<a href=\"index.html\">clock2cloud</a>",
                        navigation,
                        body);
    }

    /**
     * Writes the file into a folder.
     *
     * @throws IllegalArgumentException when the folder cannot be written to
     */
    public Path write(Path folder) {
        try {
            Files.createDirectories(folder);
            return Files.writeString(folder.resolve(file), html());
        } catch (IOException e) {
            throw new IllegalArgumentException(folder + " cannot be written to; name another folder with --out", e);
        }
    }

    static String resource(String name) {
        try (InputStream in = Objects.requireNonNull(Page.class.getResourceAsStream(name), name)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
