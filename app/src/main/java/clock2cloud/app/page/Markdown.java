package clock2cloud.app.page;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** The little Markdown that the walkthroughs use: headings, paragraphs, lists, tables, code, bold, emphasis, links. */
final class Markdown {
    private static final Pattern CODE = Pattern.compile("`([^`]+)`");

    private Markdown() {}

    /** As HTML; a heading of one hash becomes {@code <hN>} with N = {@code top}. */
    static String html(String text, int top) {
        StringBuilder html = new StringBuilder();
        List<String> block = new ArrayList<>();
        for (String line : (text + "\n").split("\n", -1)) {
            if (line.isBlank() || line.startsWith("#")) {
                flush(block, html);
                if (line.startsWith("#")) {
                    heading(line, top, html);
                }
            } else {
                block.add(line);
            }
        }
        flush(block, html);
        return html.toString();
    }

    private static void heading(String line, int top, StringBuilder html) {
        int hashes = line.replaceFirst("[^#].*", "").length();
        int level = Math.min(6, hashes + top - 1);
        String words = inline(line.substring(hashes).strip());
        html.append("<h")
                .append(level)
                .append('>')
                .append(words)
                .append("</h")
                .append(level)
                .append(">\n");
    }

    private static void flush(List<String> block, StringBuilder html) {
        if (block.isEmpty()) {
            return;
        }
        if (block.stream().allMatch(line -> line.startsWith("|"))) {
            table(block, html);
        } else if (block.get(0).startsWith("- ")) {
            String items = String.join("\n", block).replaceAll("\n(?!- )", " ");
            html.append("<ul>\n");
            items.lines().forEach(item -> html.append("<li>")
                    .append(inline(item.substring(2)))
                    .append("</li>\n"));
            html.append("</ul>\n");
        } else {
            html.append("<p>").append(inline(String.join("\n", block))).append("</p>\n");
        }
        block.clear();
    }

    private static void table(List<String> rows, StringBuilder html) {
        html.append("<div class=\"wide\" tabindex=\"0\"><table>\n");
        String tag = "th";
        for (String row : rows) {
            if (row.matches("[|: -]+")) {
                continue;
            }
            html.append("<tr>");
            String scope = tag.equals("th") ? " scope=\"col\"" : "";
            for (String cell : row.strip().replaceAll("^\\||\\|$", "").split("\\|", -1)) {
                html.append('<').append(tag).append(scope).append('>').append(inline(cell.strip()));
                html.append("</").append(tag).append('>');
            }
            html.append("</tr>\n");
            tag = "td";
        }
        html.append("</table></div>\n");
    }

    /** One line: code first, so that nothing inside it is read as bold or as a link. */
    static String inline(String text) {
        List<String> codes = new ArrayList<>();
        String rest = CODE.matcher(text).replaceAll(found -> {
            codes.add("<code>" + Html.escaped(found.group(1)) + "</code>");
            return "\u0001" + (codes.size() - 1) + "\u0002";
        });
        rest = Html.escaped(rest)
                .replaceAll("\\*\\*([^*]+)\\*\\*", "<strong>$1</strong>")
                .replaceAll("(?<!\\w)\\*([^*\\s][^*]*)\\*", "<em>$1</em>")
                .replaceAll("\\[([^\\]]+)\\]\\(([^)\\s]+)\\)", "<a href=\"$2\">$1</a>");
        for (int i = 0; i < codes.size(); i++) {
            rest = rest.replace("\u0001" + i + "\u0002", codes.get(i));
        }
        return rest;
    }
}
