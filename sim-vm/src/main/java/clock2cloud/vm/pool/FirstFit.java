package clock2cloud.vm.pool;

/** The first host in which it fits. */
public record FirstFit() implements PlacementPolicy {
    @Override
    public int host(FreeTree free, Bundle demand) {
        return free.first(0, demand);
    }
}
