package dev.fathom.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ai.djl.engine.Engine;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import ai.djl.training.GradientCollector;
import dev.fathom.core.ImageSize;
import dev.fathom.graph.Graph;
import dev.fathom.network.Architectures;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The networks against PyTorch models of the same structure (timm's {@code tf_mobilenetv3_small_minimal_100} cut after
 * its fifth stage, torchvision's {@code resnet18}, and the light head), two images of 480x640, weights and images by
 * {@link Formula}. The gradients are those of the sum of u(3000) times {@code depth_native} in training mode.
 */
class PyTorchAgreementTest {
    private static final int IMAGES = 2;

    /** A constant before a batch norm changes nothing: such gradients are rounding noise around 0. */
    private static final double ZERO = 1e-11;

    private NDManager manager;

    /** One line of {@code pytorch.csv}. */
    private record Reference(
            String network, String mode, String tensor, int elements, double rms, double projection, double[] values) {}

    @BeforeEach
    void open() {
        Torch.start(2);
        manager = Torch.newManager();
    }

    @AfterEach
    void close() {
        manager.close();
    }

    /** Double precision leaves no room for another padding, another resize or another variance. */
    @ParameterizedTest
    @ValueSource(strings = {"litedepth", "resnet18-light"})
    void inDoublePrecisionEverythingAgreesTo9Digits(String network) throws IOException {
        GraphBlock block = block(network, DataType.FLOAT64);
        NDArray images = images(DataType.FLOAT64);
        compareTaps(block, images, "eval", 1e-9);
        try (GradientCollector collector = Engine.getInstance().newGradientCollector()) {
            Activations activations = compareTaps(block, images, "train", 1e-9);
            NDArray depth = activations.get("depth_native");
            NDArray direction = direction(3000, depth);
            collector.backward(depth.mul(direction).sum());
        }
        block.trainableParameters()
                .forEach((name, array) -> compare(reference(network, "gradient", name), array.getGradient(), 1e-8));
        block.weights().tensors().forEach((name, tensor) -> {
            if (name.contains("running")) {
                compare(reference(network, "after", name), manager.create(tensor.values()), 1e-6);
            }
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"litedepth", "resnet18-light"})
    void inSinglePrecisionEvaluationAgreesTo5Digits(String network) throws IOException {
        compareTaps(block(network, DataType.FLOAT32), images(DataType.FLOAT32), "eval", 1e-5);
    }

    /** Batch statistics of two images amplify rounding: PyTorch's own float32 is up to 7e-5 from its float64 here. */
    @ParameterizedTest
    @ValueSource(strings = {"litedepth", "resnet18-light"})
    void inSinglePrecisionTrainingAgreesTo4Digits(String network) throws IOException {
        compareTaps(block(network, DataType.FLOAT32), images(DataType.FLOAT32), "train", 1e-4);
    }

    private GraphBlock block(String network, DataType type) {
        Graph graph = Architectures.named(network).build(ImageSize.VGA);
        GraphBlock block = new GraphBlock(graph, manager, type);
        block.load(Formula.weights(graph));
        return block;
    }

    private NDArray images(DataType type) {
        float[] pixels = Formula.images(IMAGES, ImageSize.VGA.height(), ImageSize.VGA.width());
        NDArray images = manager.create(pixels, new Shape(IMAGES, 480, 640, 3));
        return images.toType(type, false).transpose(0, 3, 1, 2);
    }

    private Activations compareTaps(GraphBlock block, NDArray images, String mode, double tolerance) {
        List<String> names = new ArrayList<>(block.graph().outputs().keySet());
        block.graph().taps().forEach(tap -> names.add(tap.name()));
        Activations activations = block.forward(images, mode.equals("train"), names);
        assertEquals(11, activations.names().size());
        for (String name : names) {
            compare(reference(block.graph().name(), mode, name), activations.get(name), tolerance);
        }
        return activations;
    }

    private void compare(Reference expected, NDArray array, double tolerance) {
        String what = expected.network + " " + expected.mode + " " + expected.tensor;
        double[] actual = array.toType(DataType.FLOAT64, false).toDoubleArray();
        assertEquals(expected.elements, actual.length, what);
        double squares = 0;
        double dot = 0;
        for (int i = 0; i < actual.length; i++) {
            squares += actual[i] * actual[i];
            dot += actual[i] * Formula.u(2000, i);
        }
        double rms = Math.sqrt(squares / actual.length);
        if (expected.rms < ZERO) {
            assertTrue(rms < ZERO, what + " is " + rms + ", not 0");
            return;
        }
        assertEquals(expected.rms, rms, tolerance * expected.rms, what + " rms");
        assertEquals(expected.projection, dot / Math.sqrt(squares), tolerance, what + " projection");
        for (int j = 0; j < expected.values.length; j++) {
            int index = (int) ((2L * j + 1) * actual.length / (2L * expected.values.length));
            assertEquals(expected.values[j], actual[index], tolerance * expected.rms, what + " at " + index);
        }
    }

    private NDArray direction(int stream, NDArray like) {
        double[] values = new double[(int) like.size()];
        for (int i = 0; i < values.length; i++) {
            values[i] = Formula.u(stream, i);
        }
        return manager.create(values, like.getShape());
    }

    private static Reference reference(String network, String mode, String tensor) {
        List<Reference> found = REFERENCES.stream()
                .filter(r -> r.network.equals(network) && r.mode.equals(mode) && r.tensor.equals(tensor))
                .toList();
        assertTrue(found.size() == 1, found.size() + " references for " + network + " " + mode + " " + tensor);
        return found.get(0);
    }

    private static final List<Reference> REFERENCES = read();

    private static List<Reference> read() {
        try (InputStream in = PyTorchAgreementTest.class.getResourceAsStream("pytorch.csv")) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.startsWith("#"))
                    .map(line -> line.split(","))
                    .map(f -> new Reference(
                            f[0],
                            f[1],
                            f[2],
                            Integer.parseInt(f[3]),
                            Double.parseDouble(f[4]),
                            Double.parseDouble(f[5]),
                            Stream.of(f)
                                    .skip(6)
                                    .mapToDouble(Double::parseDouble)
                                    .toArray()))
                    .toList();
        } catch (IOException e) {
            throw new ExceptionInInitializerError(e);
        }
    }
}
