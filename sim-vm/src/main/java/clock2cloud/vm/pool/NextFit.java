package clock2cloud.vm.pool;

/** The host of the last placement, or the next one after it in which it fits; what CloudSim Plus calls first fit. */
public final class NextFit implements PlacementPolicy {
    private int last;

    @Override
    public int host(FreeTree free, Bundle demand) {
        int next = free.first(last, demand);
        int found = next >= 0 ? next : free.first(0, demand);
        last = found >= 0 ? found : last;
        return found;
    }
}
