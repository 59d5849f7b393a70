package clock2cloud.app.nn;

import clock2cloud.nn.KnownNets;
import clock2cloud.nn.Net;
import clock2cloud.nn.kernel.Activation;
import java.util.Iterator;
import java.util.List;

/** A net that people call by its name, with the batch and the rate that go with it. */
record NamedNet(String name, Net net, int batch, double rate) {
    private static final List<NamedNet> ALL = List.of(
            new NamedNet("A", Net.dense(Activation.SIGMOID, 784, 30, 10), 10, 3.0),
            new NamedNet("B", Net.dense(Activation.RELU, 784, 128, 10), 32, 0.1),
            new NamedNet("C", Net.dense(Activation.RELU, 784, 512, 512, 10), 128, 0.1),
            new NamedNet("D", Net.dense(Activation.RELU, 784, 2048, 2048, 10), 512, 0.1),
            new NamedNet("lenet5", KnownNets.lenet5(), 128, 0.1),
            new NamedNet("mnist-cnn", KnownNets.mnistCnn(), 128, 0.1),
            new NamedNet("cifar10-cnn", KnownNets.cifar10Cnn(), 32, 0.05));

    static NamedNet of(String name) {
        return ALL.stream()
                .filter(net -> net.name.equalsIgnoreCase(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(
                        "--net " + name + " is not known: " + String.join(", ", new Names())));
    }

    /** The names, for help. */
    static final class Names implements Iterable<String> {
        @Override
        public Iterator<String> iterator() {
            return ALL.stream().map(NamedNet::name).iterator();
        }
    }
}
