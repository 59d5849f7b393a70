package clock2cloud.vm.host;

import static clock2cloud.vm.Domain.atLeastOne;
import static clock2cloud.vm.Domain.positive;

/**
 * A physical machine as it is bought.
 *
 * @param cores physical cores
 * @param clockHertz clock of each core
 * @param flopsPerCycle peak floating-point operations per core and cycle
 * @param ramBytes memory
 * @param diskBytes disk
 */
public record Host(String name, int cores, double clockHertz, double flopsPerCycle, double ramBytes, double diskBytes) {
    public Host {
        atLeastOne(cores, "host " + name + ": cores");
        positive(clockHertz, "host " + name + ": clock", "Hz");
        positive(flopsPerCycle, "host " + name + ": flops per cycle", "flop");
        positive(ramBytes, "host " + name + ": RAM", "bytes");
        positive(diskBytes, "host " + name + ": disk", "bytes");
    }

    /** Cores × clock × operations per cycle. */
    public double peakFlopsPerSecond() {
        return cores * clockHertz * flopsPerCycle;
    }
}
