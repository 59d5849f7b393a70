package clock2cloud.app.page;

import clock2cloud.app.chart.Figure;
import clock2cloud.app.chart.Svg;

/** A figure inside a page: its finding as text, the picture, and how it was made. */
final class FigureBlock {
    private FigureBlock() {}

    /** @param id unique on the page */
    static String html(Figure figure, String id) {
        StringBuilder made = new StringBuilder();
        line(made, "Command", "<code>" + Html.escaped(figure.command()) + "</code>");
        if (!figure.command().startsWith("./c2c figures")) {
            line(
                    made,
                    "As a file",
                    "<code>./c2c figures --only " + figure.slug() + " --out figures</code> (PNG, SVG, CSV, JSON)");
        }
        line(made, "Seed", String.valueOf(figure.seed()));
        line(
                made,
                "Data",
                Html.escaped(
                        figure.sources().isEmpty()
                                ? "computed by the models, no outside data"
                                : String.join("; ", figure.sources())));
        return """
                <figure id="%s-figure">
                <figcaption><span class="finding">%s</span><span class="conditions">%s</span></figcaption>
                <div class="canvas" tabindex="0" role="group" aria-label="Picture, can be scrolled sideways on small screens">%s</div>
                <details><summary>How this was made</summary><dl>%s</dl></details>
                </figure>
                """.formatted(
                id, Html.escaped(figure.title()), Html.escaped(figure.subtitle()), Svg.inline(figure, id), made);
    }

    private static void line(StringBuilder made, String name, String html) {
        made.append("<dt>").append(name).append("</dt><dd>").append(html).append("</dd>");
    }
}
