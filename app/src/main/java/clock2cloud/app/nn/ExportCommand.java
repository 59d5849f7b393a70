package clock2cloud.app.nn;

import clock2cloud.app.Common;
import clock2cloud.app.table.Table;
import clock2cloud.nn.checkpoint.AtomicFile;
import clock2cloud.nn.checkpoint.OnnxExport;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Writes a saved net as ONNX. */
@Command(
        name = "export",
        description = "Write a saved net as an ONNX model, for any runtime to run.",
        footer = {"", "Example: ./c2c nn train --epochs 1 --save runs/b && ./c2c nn export runs/b --onnx runs/b.onnx"})
final class ExportCommand implements Callable<Integer> {
    @Parameters(paramLabel = "MODEL", description = "A checkpoint, or a folder of them: the newest.")
    private Path model;

    @Option(names = "--onnx", required = true, paramLabel = "FILE", description = "The file to write.")
    private Path onnx;

    @Mixin
    private Common common;

    /** The JSON of {@code c2c nn export}. */
    record Result(String model, String onnx, long bytes, int inputs, int classes) {}

    @Override
    public Integer call() {
        SavedNet saved = SavedNet.open(model, common::progress);
        byte[] bytes = OnnxExport.model(saved.checkpoint());
        AtomicFile.write(onnx, bytes);
        Result result = new Result(
                saved.file().toString(),
                onnx.toString(),
                bytes.length,
                saved.net().inputs(),
                saved.net().classes());
        return common.report()
                .json(result)
                .table(Table.of("model", "onnx", "bytes", "inputs", "classes")
                        .row(result.model(), result.onnx(), result.bytes(), result.inputs(), result.classes()))
                .say("Input: input, batch × " + result.inputs()
                        + " floats (pictures: bytes over 255); output: output, batch × " + result.classes()
                        + ". Operator set 13.")
                .print();
    }
}
