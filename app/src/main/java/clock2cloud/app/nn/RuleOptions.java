package clock2cloud.app.nn;

import clock2cloud.nn.Initialisation;
import clock2cloud.nn.Schedule;
import clock2cloud.nn.Settings;
import clock2cloud.nn.layer.Momentum;
import clock2cloud.nn.layer.Optimizer;
import clock2cloud.nn.layer.WeightDecay;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import picocli.CommandLine.Option;

/** By which rule weights begin and move. */
final class RuleOptions {
    @Option(
            names = "--optimizer",
            defaultValue = "sgd",
            description = "sgd, momentum, nesterov, rmsprop or adam (default: ${DEFAULT-VALUE}).")
    private String optimizer;

    @Option(names = "--momentum", description = "Of momentum and nesterov (default: 0.9).")
    private Optional<Double> momentum = Optional.empty();

    @Option(names = "--weight-decay", defaultValue = "0", description = "Adds this times the weight to its gradient.")
    private double weightDecay;

    @Option(
            names = "--schedule",
            defaultValue = "constant",
            description =
                    "Of the rate: constant; steps:5:0.5 (every 5 epochs times 0.5); cosine:10 (to 0 in 10 epochs).")
    private String schedule;

    @Option(names = "--init", description = "standard-normal, lecun, glorot or he (default: by the activation).")
    private Optional<String> initialisation = Optional.empty();

    String optimizer() {
        return optimizer;
    }

    Settings applied(Settings settings) {
        Settings ruled = settings.withOptimizer(rule()).withSchedule(schedule());
        return initialisation
                .map(Initialisation::of)
                .map(ruled::withInitialisation)
                .orElse(ruled);
    }

    private Optimizer rule() {
        Optimizer rule = momentum.map(value -> {
                    if (!optimizer.equals("momentum") && !optimizer.equals("nesterov")) {
                        throw new IllegalArgumentException(
                                "--momentum goes with momentum and nesterov, not with " + optimizer);
                    }
                    return (Optimizer) new Momentum(value, optimizer.equals("nesterov"));
                })
                .orElseGet(() -> Optimizer.of(optimizer));
        return weightDecay == 0 ? rule : new WeightDecay(rule, weightDecay);
    }

    private Schedule schedule() {
        String[] parts = schedule.split(":", -1);
        try {
            if (parts[0].equals("steps") && parts.length == 3) {
                return Schedule.steps(Integer.parseInt(parts[1]), Double.parseDouble(parts[2]));
            }
            if (parts[0].equals("cosine") && parts.length == 2) {
                return Schedule.cosine(Integer.parseInt(parts[1]), 0);
            }
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException(
                    "--schedule " + schedule + ": write constant, steps:5:0.5 or cosine:10", e);
        }
        if (!schedule.equals("constant")) {
            throw new IllegalArgumentException("--schedule " + schedule + ": write constant, steps:5:0.5 or cosine:10");
        }
        return Schedule.constant();
    }

    /** What a run that goes on must share with the one before. */
    Map<String, String> configuration() {
        Map<String, String> configuration = new TreeMap<>();
        configuration.put("optimizer", optimizer);
        configuration.put("momentum", momentum.map(String::valueOf).orElse("usual"));
        configuration.put("weightDecay", Double.toString(weightDecay));
        configuration.put("schedule", schedule);
        configuration.put("initialisation", initialisation.orElse("by activation"));
        return configuration;
    }
}
