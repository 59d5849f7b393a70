package clock2cloud.app.notebook;

import clock2cloud.app.table.Json;
import com.fasterxml.jackson.databind.node.NullNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** A walkthrough as a Jupyter notebook, format 4.5. */
final class Ipynb {
    private Ipynb() {}

    /** The document: the same cells, no outputs yet. */
    static String of(Walkthrough walkthrough, String kernel) {
        List<Map<String, Object>> cells = new ArrayList<>();
        for (Walkthrough.Cell cell : walkthrough.cells()) {
            cells.add(cell(cell, String.format(Locale.ROOT, "cell-%02d", cells.size() + 1)));
        }
        Map<String, Object> metadata = new LinkedHashMap<>();
        metadata.put("kernelspec", ordered("display_name", "Java (clock2cloud)", "language", "java", "name", kernel));
        metadata.put("language_info", ordered("name", "java", "file_extension", ".jshell"));
        Map<String, Object> notebook = new LinkedHashMap<>();
        notebook.put("cells", cells);
        notebook.put("metadata", metadata);
        notebook.put("nbformat", 4);
        notebook.put("nbformat_minor", 5);
        return Json.write(notebook);
    }

    private static Map<String, Object> cell(Walkthrough.Cell cell, String id) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("cell_type", cell.words() ? "markdown" : "code");
        if (!cell.words()) {
            json.put("execution_count", NullNode.getInstance());
        }
        json.put("id", id);
        json.put("metadata", Map.of());
        if (!cell.words()) {
            json.put("outputs", List.of());
        }
        json.put("source", lines(cell.text().strip()));
        return json;
    }

    /** Lines that keep their line feeds, as the format wants them. */
    private static List<String> lines(String text) {
        List<String> lines = new ArrayList<>();
        for (String line : text.split("\n", -1)) {
            lines.add(line + "\n");
        }
        lines.set(lines.size() - 1, text.substring(text.lastIndexOf('\n') + 1));
        return lines;
    }

    private static Map<String, Object> ordered(String... pairs) {
        Map<String, Object> map = new LinkedHashMap<>();
        for (int i = 0; i < pairs.length; i += 2) {
            map.put(pairs[i], pairs[i + 1]);
        }
        return map;
    }
}
