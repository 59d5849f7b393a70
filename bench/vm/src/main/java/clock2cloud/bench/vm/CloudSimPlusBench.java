package clock2cloud.bench.vm;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.cloudsimplus.allocationpolicies.VmAllocationPolicyFirstFit;
import org.cloudsimplus.brokers.DatacenterBrokerSimple;
import org.cloudsimplus.cloudlets.Cloudlet;
import org.cloudsimplus.cloudlets.CloudletSimple;
import org.cloudsimplus.core.CloudSimPlus;
import org.cloudsimplus.datacenters.DatacenterSimple;
import org.cloudsimplus.hosts.Host;
import org.cloudsimplus.hosts.HostSimple;
import org.cloudsimplus.resources.Pe;
import org.cloudsimplus.resources.PeSimple;
import org.cloudsimplus.schedulers.cloudlet.CloudletSchedulerSpaceShared;
import org.cloudsimplus.schedulers.cloudlet.CloudletSchedulerTimeShared;
import org.cloudsimplus.utilizationmodels.UtilizationModelFull;
import org.cloudsimplus.vms.Vm;
import org.cloudsimplus.vms.VmSimple;

/** The peer's figures: {@code java -cp … clock2cloud.bench.vm.CloudSimPlusBench HOSTS space|time|place RUNS}. */
public final class CloudSimPlusBench {
    private CloudSimPlusBench() {}

    /** Runs one scenario a few times. */
    public static void main(String[] args) {
        ((ch.qos.logback.classic.Logger) org.slf4j.LoggerFactory.getLogger("ROOT"))
                .setLevel(ch.qos.logback.classic.Level.OFF);
        for (int run = 0; run < Integer.parseInt(args[2]); run++) {
            long start = System.nanoTime();
            String answer = args[1].equals("place") ? place(Integer.parseInt(args[0])) : tasks(Integer.parseInt(args[0]), args[1]);
            System.out.printf(
                    Locale.ROOT, "CloudSim Plus 8.5.7, %s hosts, %s: %.3f s: %s%n", args[0], args[1], (System.nanoTime() - start) / 1e9, answer);
        }
    }

    private static List<Host> hosts(int count) {
        List<Host> hosts = new ArrayList<>();
        for (int h = 0; h < count; h++) {
            List<Pe> cores = new ArrayList<>();
            for (int c = 0; c < 16; c++) {
                cores.add(new PeSimple(1000));
            }
            hosts.add(new HostSimple(1_000_000, 1_000_000, 100_000_000, cores));
        }
        return hosts;
    }

    private static Vm vm(int cores) {
        Vm vm = new VmSimple(1000, cores);
        vm.setRam(512).setBw(1000).setSize(1000);
        return vm;
    }

    private static String tasks(int hosts, String discipline) {
        CloudSimPlus simulation = new CloudSimPlus();
        new DatacenterSimple(simulation, hosts(hosts));
        DatacenterBrokerSimple broker = new DatacenterBrokerSimple(simulation);
        List<Vm> vms = new ArrayList<>();
        for (int v = 0; v < 10 * hosts; v++) {
            Vm vm = vm(1);
            vm.setCloudletScheduler(
                    discipline.equals("space") ? new CloudletSchedulerSpaceShared() : new CloudletSchedulerTimeShared());
            vms.add(vm);
        }
        List<Cloudlet> tasks = new ArrayList<>();
        for (int i = 0; i < 100 * hosts; i++) {
            Cloudlet task = new CloudletSimple(1000 + 7919L * i % 10007, 1);
            task.setUtilizationModelCpu(new UtilizationModelFull());
            task.setVm(vms.get(i % vms.size()));
            tasks.add(task);
        }
        broker.submitVmList(vms);
        broker.submitCloudletList(tasks);
        simulation.start();
        double sum = 0;
        double last = 0;
        for (Cloudlet task : broker.getCloudletFinishedList()) {
            sum += task.getFinishTime();
            last = Math.max(last, task.getFinishTime());
        }
        return String.format(Locale.ROOT, "%d ended, sum of ends %.3f s, makespan %.3f s", broker.getCloudletFinishedList().size(), sum, last);
    }

    private static String place(int hosts) {
        CloudSimPlus simulation = new CloudSimPlus();
        DatacenterSimple datacenter = new DatacenterSimple(simulation, hosts(hosts), new VmAllocationPolicyFirstFit());
        DatacenterBrokerSimple broker = new DatacenterBrokerSimple(simulation);
        int[] cores = {1, 2, 4, 8};
        List<Vm> vms = new ArrayList<>();
        for (int v = 0; v < 2 * hosts; v++) {
            vms.add(vm(cores[(int) (v * 7919L % 4)]));
        }
        broker.submitVmList(vms);
        simulation.terminateAt(1);
        simulation.start();
        long used = datacenter.getHostList().stream().filter(h -> h.getVmCreatedList().size() > 0).count();
        return broker.getVmCreatedList().size() + " placed on " + used + " hosts";
    }
}
