package clock2cloud.vm.host;

import static clock2cloud.vm.Domain.atLeastOne;
import static clock2cloud.vm.Domain.fraction;
import static clock2cloud.vm.Domain.positive;
import static clock2cloud.vm.Domain.require;

/**
 * A machine on a host of several memory nodes. One that fits in a node stays there; a wider one is spread over the fewest
 * nodes n that hold it, and without knowledge of the nodes touches memory of another node <i>(n − 1) / n</i> of the time.
 *
 * @param nodes memory nodes
 * @param coresPerNode cores of each
 * @param ramBytesPerNode memory of each
 * @param remoteRatio latency of remote over local memory; 1.5 to 2.2 on two sockets
 */
public record NumaPlacement(int nodes, int coresPerNode, double ramBytesPerNode, double remoteRatio) {
    public NumaPlacement {
        atLeastOne(nodes, "NUMA: nodes");
        atLeastOne(coresPerNode, "NUMA: cores per node");
        positive(ramBytesPerNode, "NUMA: memory per node", "bytes");
        require(remoteRatio >= 1, () -> "NUMA: remote memory cannot be nearer than local, ratio " + remoteRatio);
    }

    /** The fewest nodes that hold the machine. */
    public int nodesNeeded(int virtualCpus, double ramBytes) {
        int byCores = (atLeastOne(virtualCpus, "NUMA: virtual CPUs") + coresPerNode - 1) / coresPerNode;
        int byMemory = (int) Math.ceil(positive(ramBytes, "NUMA: memory", "bytes") / ramBytesPerNode);
        int needed = Math.max(byCores, byMemory);
        require(needed <= nodes, () -> "NUMA: the VM needs " + needed + " nodes, the host has " + nodes);
        return needed;
    }

    /** Part of the memory accesses that go to another node. */
    public double remoteFraction(int virtualCpus, double ramBytes) {
        int n = nodesNeeded(virtualCpus, ramBytes);
        return (n - 1.0) / n;
    }

    /** Time over the time on one node, for a guest that waits for memory {@code memoryBoundFraction} of its time. */
    public double slowdownRatio(int virtualCpus, double ramBytes, double memoryBoundFraction) {
        fraction(memoryBoundFraction, "NUMA: memory-bound part");
        return 1 + memoryBoundFraction * remoteFraction(virtualCpus, ramBytes) * (remoteRatio - 1);
    }
}
