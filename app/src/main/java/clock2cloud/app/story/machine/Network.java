package clock2cloud.app.story.machine;

import java.util.Optional;

/** How a machine is joined to others, in the provider's words and, where it gives one, its number. */
public record Network(String words, Optional<Double> bytesPerSecond) {
    public Network {
        Require.present(words, "network.words");
        bytesPerSecond.ifPresent(rate -> Require.between(rate, 1e3, 1e13, "network.bytesPerSecond", "B/s"));
    }
}
