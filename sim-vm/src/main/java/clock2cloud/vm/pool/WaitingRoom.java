package clock2cloud.vm.pool;

import java.util.ArrayDeque;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** Machines that wait, in the order of a {@link WaitingRule}. */
final class WaitingRoom {
    private final WaitingRule rule;
    private final Map<String, ArrayDeque<VmRequest>> queues = new LinkedHashMap<>();
    private final Map<String, long[]> held = new LinkedHashMap<>();
    private int size;

    WaitingRoom(WaitingRule rule) {
        this.rule = rule;
    }

    /** First come, first served is one queue for all. */
    private String queueOf(VmRequest request) {
        return rule == WaitingRule.DOMINANT_SHARE ? request.tenant() : "";
    }

    void add(VmRequest request) {
        queues.computeIfAbsent(queueOf(request), k -> new ArrayDeque<>()).add(request);
        size++;
    }

    int size() {
        return size;
    }

    void started(VmRequest request, int sign) {
        if (rule == WaitingRule.DOMINANT_SHARE) {
            long[] sums = held.computeIfAbsent(request.tenant(), k -> new long[FreeTree.DIMENSIONS]);
            sums[0] += sign * request.size().microCores();
            sums[1] += sign * request.size().wholeRamBytes();
            sums[2] += sign * request.size().wholeDiskBytes();
        }
    }

    /** The tenant's largest part of any resource. */
    private double dominantShare(String tenant, Bundle capacity) {
        long[] sums = held.getOrDefault(tenant, new long[FreeTree.DIMENSIONS]);
        double cores = sums[0] / Math.max(1, (double) capacity.microCores());
        double ram = sums[1] / Math.max(1, (double) capacity.wholeRamBytes());
        double disk = sums[2] / Math.max(1, (double) capacity.wholeDiskBytes());
        return Math.max(cores, Math.max(ram, disk));
    }

    /** The next queue to be served, apart from those that are {@code blocked}. */
    Optional<ArrayDeque<VmRequest>> next(Bundle capacity, java.util.Set<ArrayDeque<VmRequest>> blocked) {
        Optional<ArrayDeque<VmRequest>> best = Optional.empty();
        double least = Double.POSITIVE_INFINITY;
        for (Map.Entry<String, ArrayDeque<VmRequest>> queue : queues.entrySet()) {
            if (queue.getValue().isEmpty() || blocked.contains(queue.getValue())) {
                continue;
            }
            double share = dominantShare(queue.getKey(), capacity);
            if (share < least) {
                least = share;
                best = Optional.of(queue.getValue());
            }
        }
        return best;
    }

    VmRequest take(ArrayDeque<VmRequest> queue) {
        size--;
        return queue.remove();
    }
}
