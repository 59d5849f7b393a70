package clock2cloud.nn.checkpoint;

import static clock2cloud.nn.data.Refusal.refuses;
import static org.junit.jupiter.api.Assertions.assertEquals;

import clock2cloud.nn.KnownNets;
import clock2cloud.nn.Net;
import clock2cloud.nn.kernel.Activation;
import java.util.List;
import org.junit.jupiter.api.Test;

final class NetTextTest {
    @Test
    void comesBackTheSame() {
        for (Net net : List.of(
                KnownNets.lenet5(),
                KnownNets.mnistCnn(),
                KnownNets.cifar10Cnn(),
                Net.dense(Activation.SIGMOID, 784, 30, 10))) {
            assertEquals(net, NetText.net(NetText.of(net)));
        }
        assertEquals(
                "4x1x1 dense(3,relu) dense(2,softmax) cross-entropy", NetText.of(Net.dense(Activation.RELU, 4, 3, 2)));
    }

    @Test
    void refusesWhatIsNoNet() {
        refuses("'nothing' describes no net", "", () -> NetText.net("nothing"));
        refuses("'lstm(3)' is no layer", "", () -> NetText.net("4x1x1 lstm(3) cross-entropy"));
        refuses("'-3' is no count", "", () -> NetText.net("4x1x1 dense(-3,relu) cross-entropy"));
    }
}
