package clock2cloud.app.page;

import clock2cloud.app.Figures;
import clock2cloud.app.chart.Figure;
import clock2cloud.app.story.Climb;
import clock2cloud.app.story.StoryFigures;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** The whole story, from the transistor to the spot instance: one page a chapter, the fact check, and an index. */
public final class Blog {
    private static final String FACTS = "fact-check.html";

    private final Climb.Result climb;
    private final long seed;
    private final Consumer<String> progress;
    private final List<Chapter> chapters;

    /** @param climb the ladder of this run, or a stored one */
    public Blog(Climb.Result climb, long seed, Consumer<String> progress) {
        this.climb = climb;
        this.seed = seed;
        this.progress = progress;
        this.chapters = List.of(
                SignalChapters.clock(),
                SignalChapters.wire(),
                SignalChapters.message(),
                ClusterChapters.builders(),
                ClusterChapters.cluster(),
                VmChapters.machine(),
                VmChapters.pool(),
                TrainingChapters.gpu(climb),
                SpotChapters.rent(),
                TrainingChapters.training(climb));
    }

    /** All pages; {@code index.html} comes first. */
    public Site site() {
        Site site = new Site().add("index.html", this::index);
        for (int i = 0; i < chapters.size(); i++) {
            int at = i;
            site.add(chapters.get(i).slug() + ".html", () -> page(at));
        }
        return site.add(FACTS, this::facts);
    }

    private Page page(int at) {
        Chapter chapter = chapters.get(at);
        progress.accept("chapter " + (at + 1) + ": " + chapter.title());
        StringBuilder body = new StringBuilder();
        body.append("<p class=\"kicker\">Chapter ")
                .append(at + 1)
                .append(" of ")
                .append(chapters.size())
                .append("</p>\n");
        body.append("<h1>").append(Html.escaped(chapter.title())).append("</h1>\n");
        body.append("<p class=\"lead\">").append(Html.escaped(chapter.lead())).append("</p>\n");
        body.append(guess(chapter));
        body.append(Markdown.html(chapter.text(), 2));
        chapter.slider().ifPresent(name -> body.append(SliderBlock.html(name, seed)));
        figures(chapter).forEach(figure -> body.append(FigureBlock.html(figure, figure.slug())));
        body.append(next(chapter));
        body.append(turn(at));
        return new Page(
                chapter.slug() + ".html",
                chapter.title(),
                chapter.lead(),
                navigation(chapter.slug() + ".html"),
                body + chapter.slider().map(name -> Sliders.inline()).orElse(""));
    }

    private List<Figure> figures(Chapter chapter) {
        List<Figure> figures = new ArrayList<>();
        if (chapter.slug().equals("real-training")) {
            figures.add(StoryFigures.ladder(climb, "./c2c ladder", seed));
        }
        chapter.figures().forEach(name -> figures.add(Figures.named(name, seed)));
        return figures;
    }

    private static String guess(Chapter chapter) {
        return """
                <div class="guess">
                <div class="wrong"><span class="tag">The first guess</span><p>%s</p></div>
                <div class="right"><span class="tag">What it really is</span><p>%s</p></div>
                </div>
                """.formatted(Markdown.inline(chapter.guess()), Markdown.inline(chapter.answer()));
    }

    private static String next(Chapter chapter) {
        String deeper = chapter.walkthrough()
                .map(number -> " Step by step in jshell: <code>./c2c notebook open " + number + "</code>")
                .orElse("");
        return "<h2>Now try</h2>\n<p><code>" + Html.escaped(chapter.tryIt()) + "</code></p>\n<p>" + deeper.strip()
                + "</p>\n";
    }

    private String turn(int at) {
        StringBuilder links = new StringBuilder("<p class=\"turn\">");
        if (at > 0) {
            link(
                    links,
                    chapters.get(at - 1).slug() + ".html",
                    "← " + chapters.get(at - 1).title());
        } else {
            link(links, "index.html", "← All chapters");
        }
        if (at + 1 < chapters.size()) {
            link(
                    links,
                    chapters.get(at + 1).slug() + ".html",
                    chapters.get(at + 1).title() + " →");
        } else {
            link(links, FACTS, "The post's sentences, checked →");
        }
        return links.append("</p>\n").toString();
    }

    private static void link(StringBuilder to, String href, String words) {
        to.append("<a href=\"")
                .append(href)
                .append("\">")
                .append(Html.escaped(words))
                .append("</a> ");
    }

    private String navigation(String here) {
        StringBuilder html = new StringBuilder("<nav class=\"site\" aria-label=\"Chapters\"><ul>\n");
        item(html, "index.html", "Start", here);
        chapters.forEach(chapter -> item(html, chapter.slug() + ".html", words(chapter.slug()), here));
        item(html, FACTS, "Fact check", here);
        return html.append("</ul></nav>\n").toString();
    }

    private static String words(String slug) {
        return Character.toUpperCase(slug.charAt(0)) + slug.substring(1).replace('-', ' ');
    }

    private static void item(StringBuilder html, String href, String words, String here) {
        String current = href.equals(here) ? " aria-current=\"page\"" : "";
        html.append("<li><a href=\"").append(href).append('"').append(current).append('>');
        html.append(Html.escaped(words)).append("</a></li>\n");
    }

    private Page index() {
        StringBuilder body =
                new StringBuilder("<h1>From the clock to the cloud</h1>\n<p class=\"lead\">How long will my neural net"
                        + " train, what will it cost, and how sure are you? Ten questions, from the edge of a clock to a rented machine"
                        + " that may be taken away, each with the wrong first guess beside the answer.</p>\n");
        body.append("<p class=\"finding-box\">")
                .append(Html.escaped(climb.verdict()))
                .append("</p>\n");
        body.append(FigureBlock.html(StoryFigures.ladder(climb, "./c2c ladder", seed), "ladder"));
        body.append("<h2>The chapters</h2>\n<ol class=\"cards\">\n");
        for (int i = 0; i < chapters.size(); i++) {
            card(
                    body,
                    String.valueOf(i + 1),
                    chapters.get(i).slug() + ".html",
                    chapters.get(i).title(),
                    chapters.get(i).answer());
        }
        card(
                body,
                "✓",
                FACTS,
                "The post's sentences, checked",
                "Claim, verdict, our number and its source, eleven times.");
        body.append("</ol>\n");
        String title = "From the clock to the cloud";
        return new Page(
                "index.html", title, "How long will my neural net train?", navigation("index.html"), body.toString());
    }

    private static void card(StringBuilder body, String number, String href, String title, String words) {
        body.append("<li><span class=\"n\">")
                .append(number)
                .append("</span><a href=\"")
                .append(href)
                .append("\">");
        body.append(Html.escaped(title))
                .append("</a><p>")
                .append(Markdown.inline(words))
                .append("</p></li>\n");
    }

    private Page facts() {
        String body =
                "<h1>The post's sentences, checked</h1>\n<p class=\"lead\">What the blog post of 20 July 2017 says, and what"
                        + " the models and the sources say.</p>\n" + FactCheck.html()
                        + "<h2>Now try</h2>\n<p><code>./c2c check</code> prints what every model was held against, and how far off it"
                        + " was.</p>\n<p class=\"turn\"><a href=\"index.html\">← All chapters</a></p>\n";
        return new Page(FACTS, "The post's sentences, checked", "A fact check.", navigation(FACTS), body);
    }
}
