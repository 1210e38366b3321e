package dev.fathom.engine;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ai.djl.engine.Engine;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import ai.djl.training.GradientCollector;
import dev.fathom.core.ImageSize;
import dev.fathom.core.UserException;
import dev.fathom.graph.Activation;
import dev.fathom.graph.Graph;
import dev.fathom.graph.GraphBuilder;
import dev.fathom.graph.Node;
import dev.fathom.graph.Padding;
import dev.fathom.graph.Resize;
import dev.fathom.graph.Tensor;
import dev.fathom.graph.TensorShape;
import dev.fathom.network.Architectures;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class GraphBlockTest extends TorchTestBase {
    private final Graph litedepth = Architectures.named("litedepth").build(new ImageSize(120, 128));

    @Test
    void weightsComeBackAsTheyWereLoaded() {
        GraphBlock block = new GraphBlock(litedepth, manager);
        Weights loaded = Weights.initial(litedepth, 7);
        Map<String, NDArray> before = block.trainableParameters();
        block.load(loaded);
        Weights read = block.weights();
        assertEquals(
                List.copyOf(loaded.tensors().keySet()),
                List.copyOf(read.tensors().keySet()));
        loaded.tensors().forEach((name, tensor) -> {
            assertEquals(tensor.dims(), read.tensor(name).dims());
            assertArrayEquals(tensor.values(), read.tensor(name).values(), name);
        });
        block.trainableParameters().forEach((name, array) -> assertSame(before.get(name), array));
    }

    @Test
    void weightsThatDoNotFitChangeNothing() {
        GraphBlock block = new GraphBlock(litedepth, manager);
        block.load(Weights.initial(litedepth, 7));
        Map<String, WeightTensor> incomplete =
                new HashMap<>(Weights.initial(litedepth, 8).tensors());
        incomplete.remove("decode_head.conv_depth_1x1.bias");
        assertThrows(UserException.class, () -> block.load(new Weights("w", incomplete, Map.of())));
        String name = "backbone.timm_model.conv_stem.weight";
        assertArrayEquals(
                Weights.initial(litedepth, 7).tensor(name).values(),
                block.weights().tensor(name).values());
    }

    @Test
    void trainableParametersAreTheStateDictWithoutTheStatistics() {
        GraphBlock block = new GraphBlock(litedepth, manager);
        List<String> expected = litedepth.parameters().keySet().stream()
                .filter(name -> !name.contains("running_"))
                .toList();
        assertEquals(expected, List.copyOf(block.trainableParameters().keySet()));
        block.trainableParameters().values().forEach(array -> assertTrue(array.hasGradient()));
    }

    @Test
    void onlyWhatIsAskedForIsKept() {
        GraphBlock block = new GraphBlock(litedepth, manager);
        NDArray image = image(1);
        assertEquals(
                Set.of("depth", "depth_native"), block.forward(image, false).names());
        Activations some = block.forward(image, false, List.of("encoder/8", "decode_head.conv_depth_3x3"));
        assertEquals(new Shape(1, 24, 4, 4), some.get("encoder/8").getShape());
        assertEquals(
                new Shape(1, 24, 8, 8), some.get("decode_head.conv_depth_3x3").getShape());
        assertThrows(IllegalArgumentException.class, () -> some.get("depth"));
        assertThrows(IllegalArgumentException.class, () -> block.forward(image, false, List.of("encoder/7")));
    }

    @Test
    void resultsBelongToTheStepAndNothingStaysBehind() {
        GraphBlock block = new GraphBlock(litedepth, manager);
        block.load(Weights.initial(litedepth, 1));
        try (NDManager step = manager.newSubManager()) {
            NDArray depth = block.forward(image(1).duplicate(), false).get("depth");
            assertSame(manager, depth.getManager());
            NDArray own = step.ones(new Shape(1, 3, 120, 128));
            assertSame(step, block.forward(own, false).get("depth").getManager());
        }
    }

    @Test
    void aFrozenNetworkBuildsNoGradientAndDoesNotTrain() {
        GraphBlock block = new GraphBlock(litedepth, manager);
        block.load(Weights.initial(litedepth, 1));
        block.freeze();
        assertTrue(block.trainableParameters().isEmpty());
        try (GradientCollector collector = Engine.getInstance().newGradientCollector()) {
            NDArray depth = block.forward(image(1), false).get("depth");
            assertThrows(RuntimeException.class, () -> collector.backward(depth.sum()));
        }
        assertThrows(IllegalStateException.class, () -> block.forward(image(1), true));
    }

    @Test
    void evaluationLeavesTheStatisticsAlone() {
        GraphBlock block = new GraphBlock(litedepth, manager);
        block.load(Weights.initial(litedepth, 1));
        String mean = "backbone.timm_model.bn1.running_mean";
        block.forward(image(2), false);
        assertArrayEquals(new float[16], block.weights().tensor(mean).values());
        block.forward(image(2), true);
        assertFalse(block.weights().tensor(mean).values()[0] == 0);
    }

    /** Channels-last memory is worth half the training time; one operation that breaks it costs that everywhere after. */
    @Test
    void channelsLastMemoryGoesThroughTheWholeNet() {
        for (String name : List.of("litedepth", "resnet18-light")) {
            Graph graph = Architectures.named(name).build(new ImageSize(240, 256));
            GraphBlock block = new GraphBlock(graph, manager);
            block.load(Weights.initial(graph, 1));
            TorchScript strides = TorchScript.load(
                    manager,
                    """
                      def of_channel(self: __torch__.M, x: Tensor) -> Tensor:
                        return torch.tensor(torch.stride(x, 1))
                    """);
            // With one channel the two layouts are the same bytes.
            List<String> nodes = graph.nodes().stream()
                    .map(Node::name)
                    .filter(node -> graph.shape(node).channels() > 1)
                    .toList();
            Activations all = block.forward(image(2, 240, 256), true, nodes);
            for (String node : nodes) {
                NDArray x = all.get(node);
                assertEquals(1, strides.call("of_channel", x).getLong(), name + ": " + node + " " + x.getShape());
            }
        }
    }

    @Test
    void maxPoolingNeverPicksThePadding() {
        for (Padding padding :
                List.of(Padding.uniform(1), new Padding.Explicit(0, 0, 2, 1), new Padding.Explicit(2, 2, 2, 2))) {
            GraphBuilder b = new GraphBuilder("pool");
            b.output("y", b.maxPool("pool", b.input("image", TensorShape.chw(1, 2, 2)), 3, 1, padding));
            NDArray negative = manager.create(new float[] {-4, -3, -2, -1}).reshape(1, 1, 2, 2);
            float[] y = new GraphBlock(b.build(), manager)
                    .forward(negative, false)
                    .get("y")
                    .toFloatArray();
            if (padding.equals(new Padding.Explicit(0, 0, 2, 1))) {
                assertArrayEquals(new float[] {-1, -1}, y);
            } else if (padding.equals(Padding.uniform(1))) {
                assertArrayEquals(new float[] {-1, -1, -1, -1}, y);
            } else {
                assertEquals(16, y.length);
                assertEquals(-4f, y[0]);
                assertEquals(-1f, y[15]);
            }
        }
    }

    /** Row 1 2 3 4, weights 1 10 100, stride 2: SAME puts the missing pixel behind, so the first window is 1 2 3. */
    @Test
    void samePaddingIsTensorFlowsAndNotSymmetric() {
        GraphBuilder b = new GraphBuilder("same");
        Tensor x = b.input("image", TensorShape.chw(1, 4, 4));
        b.output("y", b.conv("conv", x, 1, 3, 2, new Padding.Same(), false));
        GraphBlock block = new GraphBlock(b.build(), manager);
        float[] middleRow = {0, 0, 0, 1, 10, 100, 0, 0, 0};
        block.load(new Weights("w", Map.of("conv.weight", new WeightTensor(List.of(1, 1, 3, 3), middleRow)), Map.of()));
        float[] image = {0, 0, 0, 0, 1, 2, 3, 4, 0, 0, 0, 0, 5, 6, 7, 8};
        float[] y = block.forward(manager.create(image).reshape(1, 1, 4, 4), false)
                .get("y")
                .toFloatArray();
        assertArrayEquals(new float[] {321, 43, 765, 87}, y);
    }

    /** A row of four pixels, computed by hand from PyTorch's definitions. */
    @Test
    void resizesFollowPyTorchsDefinitions() {
        float[] row = {0, 1, 2, 3};
        assertArrayEquals(new float[] {0, 1, 2}, resized(row, Resize.Mode.NEAREST, 3));
        assertArrayEquals(new float[] {0, 0, 1, 1, 2, 2, 3, 3}, resized(row, Resize.Mode.NEAREST, 8));
        assertArrayEquals(new float[] {0.5f, 2.5f}, resized(row, Resize.Mode.BILINEAR, 2));
        assertArrayEquals(
                new float[] {0, 0.25f, 0.75f, 1.25f, 1.75f, 2.25f, 2.75f, 3}, resized(row, Resize.Mode.BILINEAR, 8));
        assertArrayEquals(new float[] {0, 1.5f, 3}, resized(row, Resize.Mode.BILINEAR_ALIGN_CORNERS, 3));
    }

    /** Numbers of PyTorch in float64. */
    @Test
    void activationsFollowPyTorchsDefinitions() {
        float[] x = {-4, -3, -1.5f, -0.5f, 0, 1, 2.5f, 3, 7};
        Map<Activation.Kind, double[]> expected = Map.of(
                Activation.Kind.RELU,
                new double[] {0, 0, 0, 0, 0, 1, 2.5, 3, 7},
                Activation.Kind.RELU6,
                new double[] {0, 0, 0, 0, 0, 1, 2.5, 3, 6},
                Activation.Kind.SIGMOID,
                new double[] {
                    0.01798621, 0.047425873, 0.18242552, 0.37754067, 0.5, 0.73105858, 0.92414182, 0.95257413, 0.99908895
                },
                Activation.Kind.HARD_SIGMOID,
                new double[] {0, 0, 0.25, 0.41666667, 0.5, 0.66666667, 0.91666667, 1, 1},
                Activation.Kind.HARD_SWISH,
                new double[] {0, 0, -0.375, -0.20833333, 0, 0.66666667, 2.2916667, 3, 7},
                Activation.Kind.SWISH,
                new double[] {
                    -0.07194484, -0.14227762, -0.27363829, -0.18877033, 0, 0.73105858, 2.3103545, 2.8577224, 6.9936226
                },
                Activation.Kind.GELU,
                new double[] {
                    -0.00012668497, -0.0040496941, -0.1002108, -0.15426877, 0, 0.84134475, 2.4844758, 2.9959503, 7
                });
        for (Activation.Kind kind : Activation.Kind.values()) {
            GraphBuilder b = new GraphBuilder("activation");
            b.output("y", b.activation("op", b.input("image", TensorShape.chw(1, 1, x.length)), kind));
            float[] y = run(b.build(), x);
            for (int i = 0; i < x.length; i++) {
                assertEquals(expected.get(kind)[i], y[i], 1e-6, kind + " of " + x[i]);
            }
        }
    }

    @Test
    void aProductTakesOneFactorAPlaceOrAChannel() {
        GraphBuilder b = new GraphBuilder("product");
        Tensor x = b.input("image", TensorShape.chw(2, 1, 2));
        Tensor mean = b.globalAveragePool("mean", x);
        assertEquals(TensorShape.chw(2, 1, 1), mean.shape());
        b.output("y", b.mul("product", b.mul("square", x, x), mean));
        assertArrayEquals(new float[] {2, 18, 36, 100}, run(b.build(), 1, 3, 3, 5), 1e-5f);
        assertThrows(IllegalArgumentException.class, () -> b.mul("swapped", mean, x));
    }

    private float[] run(Graph graph, float... values) {
        TensorShape shape = graph.inputShapes(graph.nodes().get(1)).get(0);
        NDArray image = manager.create(values).reshape(1, shape.channels(), shape.height(), shape.width());
        return new GraphBlock(graph, manager).forward(image, false).get("y").toFloatArray();
    }

    private float[] resized(float[] row, Resize.Mode mode, int width) {
        GraphBuilder b = new GraphBuilder("resize");
        b.output("y", b.resize("resize", b.input("image", TensorShape.chw(1, 1, row.length)), mode, 1, width));
        NDArray image = manager.create(row).reshape(1, 1, 1, row.length);
        return new GraphBlock(b.build(), manager).forward(image, false).get("y").toFloatArray();
    }

    private NDArray image(int n) {
        return image(n, 120, 128);
    }

    private NDArray image(int n, int height, int width) {
        float[] pixels = Formula.images(n, height, width);
        return manager.create(pixels, new Shape(n, height, width, 3)).transpose(0, 3, 1, 2);
    }
}
