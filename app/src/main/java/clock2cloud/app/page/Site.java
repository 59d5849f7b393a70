package clock2cloud.app.page;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;

/** Pages by the names of their files; each is made when it is first asked for, and only then. */
public final class Site {
    private final Map<String, Supplier<Page>> makers = new LinkedHashMap<>();
    private final Map<String, Page> made = new ConcurrentHashMap<>();

    Site add(String file, Supplier<Page> maker) {
        makers.put(file, maker);
        return this;
    }

    public List<String> files() {
        return List.copyOf(makers.keySet());
    }

    /** The page of a file's name, if there is one. */
    public Optional<Page> page(String file) {
        Supplier<Page> maker = makers.get(file);
        return maker == null ? Optional.empty() : Optional.of(made.computeIfAbsent(file, name -> maker.get()));
    }

    /** All pages. */
    public List<Page> pages() {
        return files().stream().flatMap(file -> page(file).stream()).toList();
    }
}
