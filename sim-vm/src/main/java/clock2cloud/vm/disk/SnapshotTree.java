package clock2cloud.vm.disk;

import static clock2cloud.vm.Domain.require;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Which snapshot stands on which, as read from a file: every parent must exist and no chain may bite its tail. */
public final class SnapshotTree {
    private final Map<String, String> parents;

    /** {@code parents}: name → parent, with the empty name for a base. */
    public SnapshotTree(Map<String, String> parents) {
        this.parents = new LinkedHashMap<>(parents);
        this.parents.keySet().forEach(this::chain);
    }

    /** From {@code name} down to its base. */
    public List<String> chain(String name) {
        List<String> chain = new ArrayList<>();
        for (String at = name; !at.isEmpty(); at = parent(at)) {
            require(!chain.contains(at), "snapshot loop: " + String.join(" -> ", chain) + " -> " + at);
            chain.add(at);
        }
        return chain;
    }

    private String parent(String name) {
        String parent = parents.get(name);
        if (parent == null) {
            throw new IllegalArgumentException("no snapshot " + name + "; there are " + parents.keySet());
        }
        return parent;
    }
}
