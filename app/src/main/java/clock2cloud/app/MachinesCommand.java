package clock2cloud.app;

import clock2cloud.app.story.machine.Machine;
import clock2cloud.app.story.machine.Machines;
import clock2cloud.app.story.machine.Price;
import clock2cloud.app.table.Table;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** The catalogue of machines. */
@Command(
        name = "machines",
        description = {
            "The machines that forecasts know, or one of them in full with its sources.",
            "A file of your own has the same fields as those that --format json shows; docs/json-story.md tells of each."
        },
        footer = {"", "Example: ./c2c machines", "Example: ./c2c machines p2.xlarge --format json"})
final class MachinesCommand implements Callable<Integer> {
    @Mixin
    private Common common;

    @Parameters(arity = "0..1", paramLabel = "NAME", description = "One machine, or a JSON file of your own to check.")
    private Optional<String> name = Optional.empty();

    /** The JSON of {@code c2c machines}. */
    record Catalogue(List<Machine> machines) {}

    @Override
    public Integer call() {
        List<Machine> machines = name.map(List::of).orElse(Machines.SHIPPED).stream()
                .map(Machines::named)
                .toList();
        Table table = Table.of(
                "machine", "title", "cores", "cpuPeakFlopsPerSecond", "gpuPeakFlopsPerSecond", "priceDollarsPerHour");
        for (Machine machine : machines) {
            List<Price> prices = machine.prices();
            table = table.row(
                    machine.name(),
                    machine.title(),
                    machine.cpu().cores(),
                    machine.cpu().peakFlopsPerSecond(),
                    machine.gpu().map(gpu -> gpu.boostFlopsPerSecond()),
                    prices.isEmpty()
                            ? Optional.empty()
                            : Optional.of(prices.get(prices.size() - 1).dollarsPerHour()));
        }
        Report report = common.report()
                .json(name.isPresent() ? machines.get(0) : new Catalogue(machines))
                .table(table);
        name.ifPresent(one -> machines.get(0).sources().forEach(report::say));
        return report.print();
    }
}
