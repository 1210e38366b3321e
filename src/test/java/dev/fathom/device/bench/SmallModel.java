package dev.fathom.device.bench;

import dev.fathom.engine.Weights;
import dev.fathom.export.Exporter;
import dev.fathom.export.tflite.TfliteInterpreter;
import dev.fathom.export.tflite.TfliteModel;
import dev.fathom.graph.Graph;
import dev.fathom.graph.GraphBuilder;
import dev.fathom.graph.Padding;
import dev.fathom.graph.Tensor;
import dev.fathom.graph.TensorShape;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Path;

/** Models of a few layers, and what they give on the desktop. */
public final class SmallModel {
    private static final int SIZE = 96;

    private SmallModel() {}

    public static Path export(Path file) {
        return export(file, 8);
    }

    static Path exportOther(Path file) {
        return export(file, 12);
    }

    private static Path export(Path file, int channels) {
        GraphBuilder b = new GraphBuilder("small");
        Tensor x = b.input("image", TensorShape.chw(3, SIZE, SIZE));
        Tensor inner = b.conv("conv", x, channels, 3, 2, new Padding.Same(), true);
        b.output("depth", b.conv("head", inner, 1, 3, 1, new Padding.Same(), true));
        Graph graph = b.build();
        return Exporter.export(graph, Weights.initial(graph, 1), file).file();
    }

    /** Bytes of the output on the fixed picture, by the runtime inside Fathom. */
    static byte[] desktopOutput(Path model) {
        float[] picture = new float[3 * SIZE * SIZE];
        int state = 1;
        for (int i = 0; i < picture.length; i++) {
            state = state * 1664525 + 1013904223;
            picture[i] = state >>> 24;
        }
        try (TfliteInterpreter interpreter = new TfliteInterpreter(TfliteModel.read(model), 1)) {
            float[] values = interpreter.run(picture);
            ByteBuffer bytes = ByteBuffer.allocate(values.length * Float.BYTES).order(ByteOrder.LITTLE_ENDIAN);
            bytes.asFloatBuffer().put(values);
            return bytes.array();
        }
    }
}
