package clock2cloud.app.chart;

import java.util.Locale;
import java.util.function.Function;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Neighbouring filled shapes of one style in an SVG become one path: the same picture in a fraction of the bytes. */
final class ShapeRuns {
    private static final String LOOK = " style='(?<style>[^']*)'(?<clip> clip-path='[^']*')?";
    private static final Pattern RECTANGLE =
            Pattern.compile("<rect x='([-.\\d]+)' y='([-.\\d]+)' width='([.\\d]+)' height='([.\\d]+)'" + LOOK + "/>");
    private static final Pattern SHAPE = Pattern.compile(
            "<g style='(?<style>fill:[^']*;stroke:none)'(?<clip> clip-path='[^']*')?><path d='([^']*)'/></g>");

    private ShapeRuns() {}

    /** The SVG with every run of two or more joined. */
    static String joined(String svg) {
        String shapes = joined(svg, SHAPE, match -> match.group(3));
        return joined(
                shapes,
                RECTANGLE,
                match -> String.format(
                        Locale.ROOT,
                        "M%s %sh%sv%sh-%sz",
                        match.group(1),
                        match.group(2),
                        match.group(3),
                        match.group(4),
                        match.group(3)));
    }

    private static String joined(String svg, Pattern one, Function<MatchResult, String> path) {
        StringBuilder out = new StringBuilder(svg.length());
        Matcher matcher = one.matcher(svg);
        int copied = 0;
        boolean more = matcher.find();
        while (more) {
            int start = matcher.start();
            int end = matcher.end();
            String look = look(matcher);
            StringBuilder run = new StringBuilder(path.apply(matcher));
            int count = 1;
            while ((more = matcher.find())
                    && matcher.start() == end
                    && look(matcher).equals(look)) {
                run.append(path.apply(matcher));
                end = matcher.end();
                count++;
            }
            if (count > 1) {
                out.append(svg, copied, start).append("<path").append(look);
                out.append(" d='").append(run).append("'/>");
                copied = end;
            }
        }
        return out.append(svg, copied, svg.length()).toString();
    }

    private static String look(Matcher matcher) {
        String clip = matcher.group("clip");
        return " style='" + matcher.group("style") + "'" + (clip == null ? "" : clip);
    }
}
