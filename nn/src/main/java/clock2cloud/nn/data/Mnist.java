package clock2cloud.nn.data;

import java.io.InputStream;

/**
 * The 60,000 and 10,000 handwritten digits of LeCun, Cortes and Burges (1998), 28×28 grey, shipped inside this module.
 */
public final class Mnist {
    public static final ImageShape SHAPE = new ImageShape(28, 28, 1);
    public static final int CLASSES = 10;

    private Mnist() {}

    public static TrainTest load() {
        return IdxSet.read(part -> IdxArray.parse(resource(part + ".gz"), part + ".gz"));
    }

    private static InputStream resource(String name) {
        InputStream in = Mnist.class.getResourceAsStream("/clock2cloud/nn/mnist/" + name);
        if (in == null) {
            throw new IllegalStateException("the jar lacks " + name);
        }
        return in;
    }
}
