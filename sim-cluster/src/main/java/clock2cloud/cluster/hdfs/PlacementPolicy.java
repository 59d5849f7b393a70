package clock2cloud.cluster.hdfs;

import java.util.List;
import java.util.function.IntPredicate;
import java.util.random.RandomGenerator;

/** Chooses the nodes of a block's replicas. */
@FunctionalInterface
public interface PlacementPolicy {
    /** A client that is none of the nodes. */
    int OUTSIDE = -1;

    /**
     * What is asked.
     *
     * @param racks the nodes
     * @param writer the node that writes or holds the source, or {@link #OUTSIDE}
     * @param existing nodes that have a replica already
     * @param wanted how many more
     * @param alive nodes that the NameNode counts; racks without one do not exist for it
     * @param usable nodes that have room and are not too busy
     * @param stale nodes not heard of for a while: taken only when the others do not suffice
     */
    record Request(
            Racks racks,
            int writer,
            List<Integer> existing,
            int wanted,
            IntPredicate alive,
            IntPredicate usable,
            IntPredicate stale) {
        public Request {
            existing = List.copyOf(existing);
        }

        /** A new block on healthy nodes. */
        public static Request of(Racks racks, int writer, int replication) {
            return new Request(racks, writer, List.of(), replication, node -> true, node -> true, node -> false);
        }
    }

    /** The new replicas' nodes, never one that has a replica. */
    Placement place(Request request, RandomGenerator random);
}
