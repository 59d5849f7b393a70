package clock2cloud.vm.pool;

import static clock2cloud.vm.Domain.require;

import clock2cloud.vm.host.Overcommit;
import java.util.Arrays;
import java.util.List;
import java.util.function.ToDoubleFunction;

/**
 * Hosts and the machines on them. A live machine is a slot in plain arrays (44 bytes); the machines of a host are a
 * linked list through the slots.
 */
public final class HostPool {
    private static final int NONE = -1;

    private final List<Bundle> sellable;
    private final FreeTree free;
    private final boolean[] broken;
    private final int[] firstOn;
    private int[] hostOf = new int[16];
    private int[] next = new int[16];
    private int[] previous = new int[16];
    private long[] sizes = new long[16 * FreeTree.DIMENSIONS];
    private int freeSlot = NONE;
    private int slots;
    private int live;
    private int hostsInUse;
    private final long[] held = new long[FreeTree.DIMENSIONS];
    private final long[] capacity = new long[FreeTree.DIMENSIONS];

    /** Hosts of these capacities, of which {@code overcommit} may be sold. */
    public HostPool(List<Bundle> capacities, Overcommit overcommit) {
        require(!capacities.isEmpty(), "pool: there is no host");
        sellable = capacities.stream()
                .map(c -> new Bundle(
                        c.cores() * overcommit.cpuRatio(),
                        c.ramBytes() * overcommit.ramRatio(),
                        c.diskBytes() * overcommit.diskRatio()))
                .toList();
        requireCountable("cores", sellable, c -> c.cores() * 1e6);
        requireCountable("bytes of RAM", sellable, Bundle::ramBytes);
        requireCountable("bytes of disk", sellable, Bundle::diskBytes);
        free = new FreeTree(sellable);
        broken = new boolean[sellable.size()];
        firstOn = new int[sellable.size()];
        Arrays.fill(firstOn, NONE);
        sellable.forEach(c -> count(c, 1));
    }

    /** All hosts together, for their sums are whole numbers too. */
    private static void requireCountable(String what, List<Bundle> hosts, ToDoubleFunction<Bundle> counted) {
        require(
                hosts.stream().mapToDouble(counted).sum() <= Bundle.COUNTABLE,
                () -> "pool: " + hosts.size() + " hosts have more " + what + " together than can be counted");
    }

    private void count(Bundle c, int sign) {
        capacity[0] += sign * c.microCores();
        capacity[1] += sign * c.wholeRamBytes();
        capacity[2] += sign * c.wholeDiskBytes();
    }

    /** Places a machine by {@code policy}; its slot, or −1 if it fits nowhere. */
    public int place(Bundle demand, PlacementPolicy policy) {
        int host = policy.host(free, demand);
        return host < 0 ? NONE : put(demand, host);
    }

    /** Places a machine on {@code host}, in which it must fit. */
    public int put(Bundle demand, int host) {
        require(free.fits(host, demand), () -> "host " + host + " has no room for " + demand);
        int slot = newSlot();
        sizes[slot * 3] = demand.microCores();
        sizes[slot * 3 + 1] = demand.wholeRamBytes();
        sizes[slot * 3 + 2] = demand.wholeDiskBytes();
        live++;
        link(slot, host);
        return slot;
    }

    private int newSlot() {
        if (freeSlot != NONE) {
            int slot = freeSlot;
            freeSlot = next[slot];
            return slot;
        }
        if (slots == hostOf.length) {
            int length = grown(slots);
            hostOf = Arrays.copyOf(hostOf, length);
            next = Arrays.copyOf(next, length);
            previous = Arrays.copyOf(previous, length);
            sizes = Arrays.copyOf(sizes, length * FreeTree.DIMENSIONS);
        }
        return slots++;
    }

    /** An eighth more: what is not used yet is memory too. */
    static int grown(int length) {
        return length + Math.max(16, length >> 3);
    }

    private void link(int slot, int host) {
        if (firstOn[host] == NONE) {
            hostsInUse++;
        } else {
            previous[firstOn[host]] = slot;
        }
        hostOf[slot] = host;
        next[slot] = firstOn[host];
        previous[slot] = NONE;
        firstOn[host] = slot;
        change(slot, host, -1);
    }

    private void unlink(int slot) {
        int host = hostOf[slot];
        if (previous[slot] == NONE) {
            firstOn[host] = next[slot];
        } else {
            next[previous[slot]] = next[slot];
        }
        if (next[slot] != NONE) {
            previous[next[slot]] = previous[slot];
        }
        if (firstOn[host] == NONE) {
            hostsInUse--;
        }
        change(slot, host, 1);
    }

    private void change(int slot, int host, int sign) {
        int at = slot * FreeTree.DIMENSIONS;
        for (int d = 0; d < FreeTree.DIMENSIONS; d++) {
            held[d] -= sign * sizes[at + d];
        }
        if (broken[host]) {
            return;
        }
        free.set(
                host,
                free.free(host, 0) + sign * sizes[at],
                free.free(host, 1) + sign * sizes[at + 1],
                free.free(host, 2) + sign * sizes[at + 2],
                firstOn[host] != NONE);
    }

    /** The machine goes. */
    public void remove(int slot) {
        require(slot >= 0 && slot < slots && hostOf[slot] != NONE, () -> "no machine in slot " + slot);
        unlink(slot);
        hostOf[slot] = NONE;
        next[slot] = freeSlot;
        freeSlot = slot;
        live--;
    }

    /** The machine moves to {@code host}, in which it must fit. */
    public void move(int slot, int host) {
        require(free.fits(host, size(slot)), () -> "host " + host + " has no room for " + size(slot));
        unlink(slot);
        link(slot, host);
    }

    /** The host breaks: nothing fits on it until {@link #repair}. Its machines are the caller's to remove first. */
    public void fail(int host) {
        require(firstOn[host] == NONE, () -> "host " + host + " still has machines");
        require(!broken[host], () -> "host " + host + " is broken already");
        broken[host] = true;
        count(sellable.get(host), -1);
        free.close(host);
    }

    /** The host is back, empty. */
    public void repair(int host) {
        require(broken[host], () -> "host " + host + " is not broken");
        broken[host] = false;
        Bundle c = sellable.get(host);
        count(c, 1);
        free.set(host, c.microCores(), c.wholeRamBytes(), c.wholeDiskBytes(), false);
    }

    /** The slots of the machines on {@code host}, the latest first. */
    public int[] machinesOn(int host) {
        int[] found = new int[8];
        int n = 0;
        for (int slot = firstOn[host]; slot != NONE; slot = next[slot]) {
            found = n == found.length ? Arrays.copyOf(found, 2 * n) : found;
            found[n++] = slot;
        }
        return Arrays.copyOf(found, n);
    }

    /** What the machine in {@code slot} holds. */
    public Bundle size(int slot) {
        return bundle(sizes[slot * 3], sizes[slot * 3 + 1], sizes[slot * 3 + 2]);
    }

    public int hostOf(int slot) {
        return hostOf[slot];
    }

    public int hosts() {
        return sellable.size();
    }

    public int hostsInUse() {
        return hostsInUse;
    }

    public int liveMachines() {
        return live;
    }

    public boolean broken(int host) {
        return broken[host];
    }

    /** What may be sold of {@code host}. */
    public Bundle sellable(int host) {
        return sellable.get(host);
    }

    /** Free on {@code host}; nothing while it is broken. */
    public Bundle free(int host) {
        return broken[host] ? bundle(0, 0, 0) : bundle(free.free(host, 0), free.free(host, 1), free.free(host, 2));
    }

    /** Held by all machines. */
    public Bundle held() {
        return bundle(held[0], held[1], held[2]);
    }

    /** For sale in all working hosts, taken or not. */
    public Bundle capacity() {
        return bundle(capacity[0], capacity[1], capacity[2]);
    }

    /** Whether {@code demand} would fit in some host if that were empty. */
    public boolean everFits(Bundle demand) {
        return sellable.stream()
                .anyMatch(c -> c.microCores() >= demand.microCores()
                        && c.wholeRamBytes() >= demand.wholeRamBytes()
                        && c.wholeDiskBytes() >= demand.wholeDiskBytes());
    }

    FreeTree tree() {
        return free;
    }

    private static Bundle bundle(long microCores, long ram, long disk) {
        return new Bundle(microCores / 1e6, ram, disk);
    }
}
