package dev.fathom.export;

import dev.fathom.engine.WeightTensor;
import dev.fathom.engine.Weights;
import dev.fathom.graph.Activation;
import dev.fathom.graph.Conv2d;
import dev.fathom.graph.Graph;
import dev.fathom.graph.GraphBuilder;
import dev.fathom.graph.Initializer;
import dev.fathom.graph.Padding;
import dev.fathom.graph.Resize;
import dev.fathom.graph.Tensor;
import dev.fathom.graph.TensorShape;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A small network in which every operation occurs, with weights and picture given by formulas. */
final class AllOperations {
    private AllOperations() {}

    static Graph graph() {
        GraphBuilder b = new GraphBuilder("all operations");
        Tensor image = b.input("image", TensorShape.chw(3, 12, 16));
        Tensor x = b.resize("resize", image, Resize.Mode.BILINEAR_ALIGN_CORNERS, 9, 12);
        x = b.normalize("normalize", x, List.of(123.675f, 116.28f, 103.53f), List.of(58.395f, 57.12f, 57.375f));
        x = b.conv("conv1", x, 8, 3, 2, Padding.uniform(1), false);
        Tensor skip = b.relu("relu1", b.batchNorm("bn1", x, 1e-3, 0.1));
        x = b.maxPool("pool", skip, 3, 2, Padding.uniform(1));
        x = b.resize("half_pixel", x, Resize.Mode.BILINEAR, 6, 8);
        x = b.conv("conv2", x, 8, 3, 2, new Padding.Same(), true);
        x = b.add("dw", new Conv2d(8, 16, 3, 1, Padding.uniform(1), 8, false, Initializer.Rule.HE_FAN_OUT), x);
        x = b.add("relu6", new Activation(Activation.Kind.RELU6), x);
        x = b.resize("aligned", x, Resize.Mode.BILINEAR_ALIGN_CORNERS, 5, 6);
        x = b.concat("cat", x, skip);
        x = b.conv("conv3", x, 2, 1, 1, Padding.uniform(0), true);
        x = b.add("sum", x, b.conv("conv4", skip, 2, 1, 1, Padding.uniform(0), false));
        b.output("depth", b.resize("up", x, Resize.Mode.NEAREST, 20, 42));
        return b.build();
    }

    static Weights weights(Graph graph) {
        Map<String, Wave> waves = Map.ofEntries(
                Map.entry("conv1.weight", new Wave(0.1, -0.5, 0.5)),
                Map.entry("bn1.running_mean", new Wave(0.2, -0.5, 0.5)),
                Map.entry("bn1.running_var", new Wave(0.3, 0.5, 1.5)),
                Map.entry("bn1.weight", new Wave(0.4, 0.5, 1.5)),
                Map.entry("bn1.bias", new Wave(0.5, -0.5, 0.5)),
                Map.entry("conv2.weight", new Wave(0.6, -0.5, 0.5)),
                Map.entry("conv2.bias", new Wave(0.7, -0.5, 0.5)),
                Map.entry("dw.weight", new Wave(0.8, -6, 6)),
                Map.entry("conv3.weight", new Wave(0.9, -0.5, 0.5)),
                Map.entry("conv3.bias", new Wave(1.0, -0.5, 0.5)),
                Map.entry("conv4.weight", new Wave(1.1, -0.5, 0.5)));
        Map<String, WeightTensor> tensors = new LinkedHashMap<>();
        graph.parameters()
                .forEach((name, spec) -> tensors.put(
                        name, new WeightTensor(spec.dims(), waves.get(name).values((int) spec.elements()))));
        return new Weights("formulas", tensors, Map.of());
    }

    /** [1, 12, 16, 3]. */
    static float[] picture() {
        float[] values = new float[12 * 16 * 3];
        for (int i = 0; i < values.length; i++) {
            values[i] = (i / 3 % 16 * 7 + i / 48 * 13 + i % 3 * 29) % 256;
        }
        return values;
    }

    /** low + (high - low) * (0.5 + 0.5 sin(0.007 i^2 + 1.3 i + phase)). */
    private record Wave(double phase, double low, double high) {
        float[] values(int length) {
            float[] values = new float[length];
            for (int i = 0; i < length; i++) {
                double sine = Math.sin(0.7 * i * i * 0.01 + 1.3 * i + phase);
                values[i] = (float) (low + (high - low) * (0.5 + 0.5 * sine));
            }
            return values;
        }
    }
}
