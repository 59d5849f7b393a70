package clock2cloud.cluster.hdfs;

import clock2cloud.cluster.Domain;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.IntPredicate;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;

/**
 * The NameNode's default: the writer's node, a node of another rack, another node of that rack, then random nodes.
 *
 * <p>No rack gets more than (replicas - 1) / racks + 2 (one fewer when that would be all of them), no node two. A rack that has
 * no good node left gives way to the rack of the next replica, then to any. For a block that has replicas already, the third
 * goes beside the source. Stale nodes are tried only when the fresh ones do not suffice. Source: Apache Hadoop 3
 * BlockPlacementPolicyDefault. Leaves out storage types and upgrade domains.
 */
public final class DefaultPlacement implements PlacementPolicy {
    /** Most replicas in one rack; the request is cut to the number of nodes first. */
    public static int mostPerRack(int replicas, int racks, int nodes) {
        Domain.atLeast(1, "HDFS placement", "racks", racks);
        int total = Math.min(replicas, nodes);
        if (racks == 1 || total <= 1) {
            return total;
        }
        int most = (total - 1) / racks + 2;
        return most == total ? most - 1 : most;
    }

    @Override
    public Placement place(Request request, RandomGenerator random) {
        int nodes = request.racks().nodes();
        Domain.require(
                request.writer() >= OUTSIDE && request.writer() < nodes,
                "HDFS placement",
                "writer",
                "a node from 0 to " + (nodes - 1) + ", or -1 for a client outside",
                request.writer());
        Domain.atLeast(0, "HDFS placement", "replicas", request.wanted());
        Choice choice = new Choice(request, random);
        choice.fill(node -> !request.stale().test(node));
        if (choice.missing() > 0) {
            choice.fill(node -> true);
        }
        String reason = choice.missing() == 0 ? "" : reason(request, choice);
        return new Placement(choice.added(), choice.missing(), reason);
    }

    private static String reason(Request request, Choice choice) {
        int asked = request.existing().size() + request.wanted();
        if (asked > choice.total) {
            return asked + " replicas on " + choice.total + " live nodes: never two on one node";
        }
        return "only " + choice.chosen.size() + " of " + asked
                + " replicas found a node that is alive, has room and keeps the limit of " + choice.mostPerRack
                + " a rack";
    }

    /** One decision, node by node. */
    private static final class Choice {
        private final Request request;
        private final RandomGenerator random;
        private final int[] rackOf;
        private final int mostPerRack;
        private final int total;
        private final List<Integer> chosen;
        private final boolean newBlock;
        private int writer;
        private IntPredicate acceptable = node -> true;

        Choice(Request request, RandomGenerator random) {
            this.request = request;
            this.random = random;
            rackOf = request.racks().rackOfEach();
            int[] alive =
                    IntStream.range(0, rackOf.length).filter(request.alive()).toArray();
            int racks = (int)
                    Arrays.stream(alive).map(node -> rackOf[node]).distinct().count();
            total = Math.min(request.existing().size() + request.wanted(), alive.length);
            mostPerRack = DefaultPlacement.mostPerRack(total, Math.max(1, racks), alive.length);
            chosen = new ArrayList<>(request.existing());
            newBlock = chosen.isEmpty();
            writer = request.writer();
        }

        int missing() {
            return request.existing().size() + request.wanted() - chosen.size();
        }

        List<Integer> added() {
            return chosen.subList(request.existing().size(), chosen.size());
        }

        /** Goes on until nothing is missing or nothing acceptable is left. */
        void fill(IntPredicate fresh) {
            acceptable = fresh;
            boolean found = true;
            while (found && chosen.size() < total) {
                found = chooseNext();
            }
        }

        private boolean chooseNext() {
            return switch (chosen.size()) {
                case 0 -> chooseLocal();
                case 1 -> chooseRemote(rackOf[chosen.get(0)]);
                case 2 -> chooseThird();
                default -> chooseAmong(-1, false);
            };
        }

        private boolean chooseLocal() {
            boolean found;
            if (writer == OUTSIDE) {
                found = chooseAmong(-1, false);
            } else if (good(writer)) {
                chosen.add(writer);
                found = true;
            } else {
                found = chooseBeside(writer);
            }
            writer = found ? chosen.get(0) : writer;
            return found;
        }

        private boolean chooseThird() {
            int first = chosen.get(0);
            int second = chosen.get(1);
            if (rackOf[first] == rackOf[second]) {
                return chooseRemote(rackOf[first]);
            }
            return chooseBeside(newBlock || writer == OUTSIDE ? second : writer);
        }

        private boolean chooseRemote(int rack) {
            return chooseAmong(rack, true) || chooseAmong(rack, false);
        }

        /** In the node's rack, else in the rack of the first replica elsewhere, else anywhere. */
        private boolean chooseBeside(int node) {
            if (chooseAmong(rackOf[node], false)) {
                return true;
            }
            for (int other : chosen) {
                if (other != node) {
                    return chooseAmong(rackOf[other], false) || chooseAmong(-1, false);
                }
            }
            return chooseAmong(-1, false);
        }

        /** A random good node: of a rack, of all others ({@code outside}), or of all (-1). */
        private boolean chooseAmong(int rack, boolean outside) {
            int from = rack < 0 || outside ? 0 : request.racks().firstNode(rack);
            int width = rack < 0 || outside
                    ? rackOf.length
                    : request.racks().nodesPerRack().get(rack);
            for (int tries = 0; tries < 8; tries++) {
                int node = from + random.nextInt(width);
                if (!(outside && rackOf[node] == rack) && good(node)) {
                    return chosen.add(node);
                }
            }
            int[] good = IntStream.range(from, from + width)
                    .filter(node -> !(outside && rackOf[node] == rack) && good(node))
                    .toArray();
            return good.length > 0 && chosen.add(good[random.nextInt(good.length)]);
        }

        private boolean good(int node) {
            if (chosen.contains(node)
                    || !acceptable.test(node)
                    || !request.alive().test(node)
                    || !request.usable().test(node)) {
                return false;
            }
            int sameRack = 0;
            for (int other : chosen) {
                sameRack += rackOf[other] == rackOf[node] ? 1 : 0;
            }
            return sameRack < mostPerRack;
        }
    }
}
