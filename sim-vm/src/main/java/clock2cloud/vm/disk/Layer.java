package clock2cloud.vm.disk;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** The blocks written since the layer below was frozen. */
final class Layer {
    Optional<Layer> parent;
    final Map<Long, byte[]> blocks = new HashMap<>();
    /** Layers and disks that stand on this one. */
    int children;

    Layer(Optional<Layer> parent) {
        this.parent = parent;
        parent.ifPresent(p -> p.children++);
    }

    /** The newest version of a block, from here downwards; empty when it was never written. */
    Optional<byte[]> find(long block) {
        Optional<Layer> layer = Optional.of(this);
        while (layer.isPresent()) {
            byte[] found = layer.get().blocks.get(block);
            if (found != null) {
                return Optional.of(found);
            }
            layer = layer.get().parent;
        }
        return Optional.empty();
    }

    int depth() {
        int depth = 1;
        for (Optional<Layer> p = parent; p.isPresent(); p = p.get().parent) {
            depth++;
        }
        return depth;
    }
}
