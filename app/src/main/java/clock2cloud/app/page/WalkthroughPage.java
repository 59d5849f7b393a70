package clock2cloud.app.page;

import clock2cloud.app.chart.Figure;
import clock2cloud.app.notebook.StrictRunner;
import clock2cloud.app.notebook.Walkthrough;
import java.util.List;

/** A walkthrough as a page: its words, its code, what it printed and what it showed. */
public final class WalkthroughPage {
    private WalkthroughPage() {}

    /** @param outputs one a cell, as {@link StrictRunner#outputs} gives them */
    public static Page of(Walkthrough walkthrough, List<StrictRunner.Output> outputs) {
        StringBuilder body = new StringBuilder();
        int figures = 0;
        for (int i = 0; i < walkthrough.cells().size(); i++) {
            Walkthrough.Cell cell = walkthrough.cells().get(i);
            body.append(
                    cell.words()
                            ? Markdown.html(cell.text(), 1)
                            : code(cell.text().strip()));
            String printed = outputs.get(i).text().stripTrailing();
            if (!printed.isEmpty()) {
                body.append("<pre class=\"out\" tabindex=\"0\" aria-label=\"Output\"><samp>")
                        .append(Html.escaped(printed))
                        .append("</samp></pre>\n");
            }
            for (Figure figure : outputs.get(i).figures()) {
                body.append(FigureBlock.html(figure, figure.slug() + "-" + ++figures));
            }
        }
        body.append("<p>Open it in plain jshell, where its variables are yours: <code>./c2c notebook open ")
                .append(walkthrough.number())
                .append("</code></p>\n");
        return new Page(
                walkthrough.slug() + ".html",
                walkthrough.question(),
                "A clock2cloud walkthrough: " + walkthrough.question(),
                "",
                body.toString());
    }

    private static String code(String text) {
        String pre = "<pre tabindex=\"0\" aria-label=\"Java\"><code>" + Html.escaped(text) + "</code></pre>\n";
        boolean imports = text.lines().allMatch(line -> line.isBlank() || line.startsWith("import "));
        return imports ? "<details><summary>Imports</summary>" + pre + "</details>\n" : pre;
    }
}
