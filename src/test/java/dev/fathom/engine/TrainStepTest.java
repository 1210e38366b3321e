package dev.fathom.engine;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ai.djl.engine.Engine;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.training.GradientCollector;
import dev.fathom.core.ImageSize;
import dev.fathom.graph.Graph;
import dev.fathom.network.Architectures;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Forward and backward passes many times over. */
class TrainStepTest {
    private static final ImageSize SIZE = new ImageSize(120, 128);
    private static final int BATCH = 4;

    private final Graph graph = Architectures.named("litedepth").build(SIZE);
    private final InputBuffer input = new InputBuffer();
    private final float[] pixels = Formula.images(BATCH, SIZE.height(), SIZE.width());

    @BeforeEach
    void start() {
        Torch.start(2);
    }

    @Test
    void twoRunsWithTheSameThreadsAgreeBitForBit() {
        List<float[]> first = train(4);
        List<float[]> second = train(4);
        assertEquals(first.size(), second.size());
        for (int i = 0; i < first.size(); i++) {
            assertArrayEquals(first.get(i), second.get(i), "result " + i);
        }
    }

    /** Losses of some steps of gradient descent, then all weights. */
    private List<float[]> train(int steps) {
        try (NDManager manager = Torch.newManager()) {
            GraphBlock block = new GraphBlock(graph, manager);
            block.load(Weights.initial(graph, 5));
            List<float[]> results = new ArrayList<>();
            List<NDArray> gradients = null;
            List<NDArray> parameters = List.copyOf(block.trainableParameters().values());
            for (int i = 0; i < steps; i++) {
                results.add(new float[] {step(block, manager)});
                if (gradients == null) {
                    gradients = parameters.stream().map(NDArray::getGradient).toList();
                }
                for (int p = 0; p < parameters.size(); p++) {
                    try (NDArray change = Ops.scale(gradients.get(p), -0.01);
                            NDArray changed = parameters.get(p).add(change);
                            NDArray zero = gradients.get(p).zerosLike()) {
                        Ops.assign(parameters.get(p), changed);
                        Ops.assign(gradients.get(p), zero);
                    }
                }
            }
            block.weights().tensors().values().forEach(tensor -> results.add(tensor.values()));
            return results;
        }
    }

    /** Keeping only the images of each step would already take 147 MB. */
    @Test
    void memoryIsFlatOver200Steps() throws IOException {
        Path status = Path.of("/proc/self/status");
        Assumptions.assumeTrue(Files.exists(status));
        try (NDManager manager = Torch.newManager()) {
            GraphBlock block = new GraphBlock(graph, manager);
            block.load(Weights.initial(graph, 5));
            for (int i = 0; i < 20; i++) {
                step(block, manager);
            }
            int arrays = manager.getManagedArrays().size();
            long before = residentMegabytes(status);
            for (int i = 0; i < 200; i++) {
                step(block, manager);
            }
            assertEquals(arrays, manager.getManagedArrays().size());
            long growth = residentMegabytes(status) - before;
            assertTrue(growth < 100, growth + " MB more after 200 steps");
        }
    }

    private float step(GraphBlock block, NDManager manager) {
        try (NDManager step = manager.newSubManager();
                GradientCollector collector = Engine.getInstance().newGradientCollector()) {
            NDArray images = input.images(step, pixels, BATCH, SIZE.height(), SIZE.width());
            NDArray depth = block.forward(images, true, List.of("depth_native")).get("depth_native");
            NDArray error = Ops.offset(depth, -2).square().mean();
            collector.backward(error);
            return error.getFloat();
        }
    }

    private static long residentMegabytes(Path status) throws IOException {
        return Files.readAllLines(status).stream()
                .filter(line -> line.startsWith("VmRSS"))
                .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")) >> 10)
                .findFirst()
                .orElseThrow();
    }
}
