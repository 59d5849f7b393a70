package clock2cloud.nn;

import clock2cloud.nn.data.ImageShape;
import clock2cloud.nn.kernel.Activation;
import clock2cloud.nn.kernel.Store;
import clock2cloud.nn.layer.PictureSignal;
import clock2cloud.nn.layer.Signal;

/** Between two layers of a net that is being put together: the signal there, laid out as the layer that reads it needs. */
final class Wire {
    private final Net net;
    private final int batch;
    private final Store store;
    /** The layer whose signal this is; 0 for the net's own input. */
    private int after;

    private Signal rows;
    private PictureSignal pictures;

    Wire(Net net, int batch, Store store, int workers) {
        this.net = net;
        this.batch = batch;
        this.store = store;
        this.pictures = makePictures(ImageShape.ofFeatures(1), Activation.IDENTITY);
        this.rows = makeRows(1, Activation.IDENTITY);
        if (onPictures()) {
            pictures = makePictures(net.input(), Activation.IDENTITY);
        } else {
            int copies = readsAllInputs(net, batch) ? workers : 1;
            rows = new Signal(batch, 1, net.inputs(), Activation.IDENTITY, store, copies);
        }
    }

    /** True where every worker reads all inputs: a layer of more outputs than rows is cut by outputs. */
    private static boolean readsAllInputs(Net net, int batch) {
        return net.layers().get(0) instanceof LayerShape.Dense first && batch <= first.outputs();
    }

    /** True where the next layer reads pictures. */
    boolean onPictures() {
        for (int i = after; i < net.layers().size(); i++) {
            LayerShape next = net.layers().get(i);
            if (!(next instanceof LayerShape.Dropout)) {
                return !(next instanceof LayerShape.Dense);
            }
        }
        return false;
    }

    Signal rows() {
        return rows;
    }

    PictureSignal pictures() {
        return pictures;
    }

    Signal nextRows() {
        after++;
        rows = makeRows(net.shapes().get(after).features(), activation());
        return rows;
    }

    PictureSignal nextPictures() {
        after++;
        pictures = makePictures(net.shapes().get(after), activation());
        return pictures;
    }

    private Activation activation() {
        LayerShape made = net.layers().get(after - 1);
        if (made instanceof LayerShape.Dense dense) {
            return dense.activation();
        }
        return made instanceof LayerShape.Convolution c ? c.activation() : Activation.IDENTITY;
    }

    private Signal makeRows(int features, Activation activation) {
        return new Signal(batch, 1, features, activation, store);
    }

    private PictureSignal makePictures(ImageShape shape, Activation activation) {
        LayerShape next = net.layers().get(after);
        int border = next instanceof LayerShape.Convolution c ? c.padding() : 0;
        return new PictureSignal(batch, shape, activation, border, next instanceof LayerShape.Flatten, store);
    }
}
