package clock2cloud.app.notebook;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * A file of percent cells: {@code // %% [markdown]} starts a cell of words, each line behind {@code //}; {@code // %%} starts a
 * cell of Java snippets.
 */
public record Walkthrough(String name, List<Cell> cells) {
    /** One cell; {@code line} is the number in the file of its first line of text. */
    public record Cell(boolean words, int line, String text) {}

    /** Reads a file {@code NN-question.jsh}. */
    public static Walkthrough read(Path file) {
        try {
            return parse(String.valueOf(file.getFileName()), Files.readAllLines(file));
        } catch (IOException e) {
            throw new IllegalArgumentException(file + ": no such walkthrough, or it cannot be read", e);
        }
    }

    /** Its two digits. */
    public String number() {
        return name.substring(0, Math.min(2, name.length()));
    }

    /** The file's name without its ending, which names the pages and files made from it. */
    public String slug() {
        return name.replaceFirst("\\.jsh$", "");
    }

    /** The question: its first heading, or its name. */
    public String question() {
        return cells.stream()
                .filter(Cell::words)
                .flatMap(cell -> cell.text().lines())
                .filter(line -> line.startsWith("# "))
                .map(line -> line.substring(2).strip())
                .findFirst()
                .orElse(slug());
    }

    static Walkthrough parse(String name, List<String> lines) {
        List<Cell> cells = new ArrayList<>();
        StringBuilder text = new StringBuilder();
        boolean words = false;
        int first = 1;
        for (int i = 0; i < lines.size(); i++) {
            String line = lines.get(i);
            if (line.startsWith("// %%")) {
                add(cells, words, first, text);
                words = line.contains("[markdown]");
                first = i + 2;
            } else {
                text.append(words ? line.replaceFirst("^// ?", "") : line).append('\n');
            }
        }
        add(cells, words, first, text);
        return new Walkthrough(name, List.copyOf(cells));
    }

    private static void add(List<Cell> cells, boolean words, int line, StringBuilder text) {
        if (!text.toString().isBlank()) {
            cells.add(new Cell(words, line, text.toString()));
        }
        text.setLength(0);
    }
}
