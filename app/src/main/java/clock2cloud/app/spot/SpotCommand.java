package clock2cloud.app.spot;

import clock2cloud.app.Group;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** The floor {@code c2c spot}. */
@Command(
        name = "spot",
        mixinStandardHelpOptions = true,
        description = "Prices, bids, evictions, checkpoints, bills.",
        subcommands = {
            JobCommand.class,
            MarketCommand.class,
            BidCommand.class,
            BillCommand.class,
            BacktestCommand.class,
            PolicyCommand.class,
            FleetCommand.class,
            RehearseCommand.class,
            FactsCommand.class
        })
public final class SpotCommand implements Runnable {
    @Spec
    private CommandSpec spec;

    @Override
    public void run() {
        Group.usage(spec);
    }
}
