package clock2cloud.bench.cluster;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.cloudsimplus.brokers.DatacenterBrokerSimple;
import org.cloudsimplus.cloudlets.Cloudlet;
import org.cloudsimplus.cloudlets.CloudletSimple;
import org.cloudsimplus.core.CloudSimPlus;
import org.cloudsimplus.datacenters.DatacenterSimple;
import org.cloudsimplus.hosts.Host;
import org.cloudsimplus.hosts.HostSimple;
import org.cloudsimplus.resources.PeSimple;
import org.cloudsimplus.schedulers.cloudlet.CloudletSchedulerSpaceShared;
import org.cloudsimplus.utilizationmodels.UtilizationModelFull;
import org.cloudsimplus.vms.Vm;
import org.cloudsimplus.vms.VmSimple;

/** The queues of {@link Scenarios#queues} in CloudSim Plus, a machine on every host: {@code CloudSimPlusQueues WORKERS TASKS}. */
public final class CloudSimPlusQueues {
    private CloudSimPlusQueues() {}

    public static void main(String[] args) {
        ((ch.qos.logback.classic.Logger) org.slf4j.LoggerFactory.getLogger("ROOT"))
                .setLevel(ch.qos.logback.classic.Level.OFF);
        long start = System.nanoTime();
        double end = run(Integer.parseInt(args[0]), Integer.parseInt(args[1]));
        System.out.printf(
                Locale.ROOT,
                "  peer, simulation      %.4f s   ends at %.9f s%n",
                (System.nanoTime() - start) / 1e9,
                end);
    }

    private static double run(int workers, int count) {
        CloudSimPlus simulation = new CloudSimPlus();
        List<Host> hosts = new ArrayList<>();
        List<Vm> machines = new ArrayList<>();
        for (int i = 0; i < workers; i++) {
            hosts.add(new HostSimple(10_000, 10_000, 1_000_000, List.of(new PeSimple(1000))));
            Vm machine = new VmSimple(1000, 1);
            machine.setRam(512).setBw(1000).setSize(1000);
            machine.setCloudletScheduler(new CloudletSchedulerSpaceShared());
            machines.add(machine);
        }
        new DatacenterSimple(simulation, hosts);
        DatacenterBrokerSimple broker = new DatacenterBrokerSimple(simulation);
        List<Cloudlet> tasks = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            Cloudlet task = new CloudletSimple(1000 + 7919L * i % 10_007, 1);
            task.setUtilizationModelCpu(new UtilizationModelFull());
            task.setVm(machines.get(i % workers));
            tasks.add(task);
        }
        broker.submitVmList(machines);
        broker.submitCloudletList(tasks);
        simulation.start();
        return broker.getCloudletFinishedList().stream()
                .mapToDouble(Cloudlet::getFinishTime)
                .max()
                .orElse(0);
    }
}
