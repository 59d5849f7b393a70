package clock2cloud.nn.checkpoint;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.List;

/**
 * An ONNX model under construction: a chain of operators of operator set 13, each fed by the one before it and by its
 * own constants. Field numbers are those of {@code onnx.proto3}.
 */
public final class OnnxGraph {
    private static final int IR_VERSION = 8;
    private static final int OPERATOR_SET = 13;
    private static final int FLOAT = 1;
    private static final int INT64 = 7;

    private final Protobuf graph = new Protobuf();
    private String last;
    private int nodes;

    /** @param inputShape of one example; the batch in front of it is free */
    public OnnxGraph(String name, List<Integer> inputShape) {
        graph.text(2, name).message(11, value("input", inputShape));
        last = "input";
    }

    /** The next operator: the last result, then the constants, go in. */
    public OnnxGraph then(String operator, List<String> constants, Attribute... attributes) {
        String result = operator.toLowerCase(java.util.Locale.ROOT) + ++nodes;
        Protobuf node = new Protobuf().text(1, last);
        constants.forEach(constant -> node.text(1, constant));
        node.text(2, result).text(3, result).text(4, operator);
        for (Attribute attribute : attributes) {
            node.message(5, attribute.encoded());
        }
        graph.message(1, node);
        last = result;
        return this;
    }

    /** A constant of floats; its name is what operators call it. */
    public OnnxGraph constant(Tensor tensor) {
        ByteBuffer raw = ByteBuffer.allocate(4 * tensor.values().length).order(ByteOrder.LITTLE_ENDIAN);
        raw.asFloatBuffer().put(tensor.values());
        Protobuf message = new Protobuf();
        tensor.shape().forEach(side -> message.number(1, side));
        graph.message(5, message.number(2, FLOAT).text(8, tensor.name()).bytes(9, raw.array()));
        return this;
    }

    /** A constant of whole numbers, such as a shape. */
    public OnnxGraph constant(String name, List<Integer> values) {
        ByteBuffer raw = ByteBuffer.allocate(8 * values.size()).order(ByteOrder.LITTLE_ENDIAN);
        values.forEach(value -> raw.putLong(value));
        graph.message(
                5,
                new Protobuf()
                        .number(1, values.size())
                        .number(2, INT64)
                        .text(8, name)
                        .bytes(9, raw.array()));
        return this;
    }

    /** The whole model, of so many results an example. */
    public byte[] model(int results) {
        graph.message(
                1,
                new Protobuf().text(1, last).text(2, "output").text(3, "output").text(4, "Identity"));
        graph.message(12, value("output", List.of(results)));
        return new Protobuf()
                .number(1, IR_VERSION)
                .text(2, "clock2cloud")
                .message(7, graph)
                .message(8, new Protobuf().text(1, "").number(2, OPERATOR_SET))
                .toBytes();
    }

    private static Protobuf value(String name, List<Integer> shape) {
        Protobuf sides = new Protobuf().message(1, new Protobuf().text(2, "batch"));
        shape.forEach(side -> sides.message(1, new Protobuf().number(1, side)));
        Protobuf tensor = new Protobuf().number(1, FLOAT).message(2, sides);
        return new Protobuf().text(1, name).message(2, new Protobuf().message(1, tensor));
    }

    /** What an operator is told beside its inputs. */
    public record Attribute(String name, List<Integer> numbers, boolean isList, float real, boolean isReal) {
        private static final int TYPE_FLOAT = 1;
        private static final int TYPE_INT = 2;
        private static final int TYPE_INTS = 7;

        public static Attribute of(String name, int number) {
            return new Attribute(name, List.of(number), false, 0, false);
        }

        public static Attribute of(String name, float real) {
            return new Attribute(name, List.of(), false, real, true);
        }

        public static Attribute of(String name, List<Integer> numbers) {
            return new Attribute(name, numbers, true, 0, false);
        }

        private Protobuf encoded() {
            Protobuf message = new Protobuf().text(1, name);
            if (isReal) {
                return message.real(2, real).number(20, TYPE_FLOAT);
            }
            numbers.forEach(number -> message.number(isList ? 8 : 3, number));
            return message.number(20, isList ? TYPE_INTS : TYPE_INT);
        }
    }
}
