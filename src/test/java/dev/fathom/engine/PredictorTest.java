package dev.fathom.engine;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import dev.fathom.core.DepthMap;
import dev.fathom.core.ImageSize;
import dev.fathom.core.RgbImage;
import dev.fathom.core.UserException;
import dev.fathom.graph.Graph;
import dev.fathom.graph.GraphBuilder;
import dev.fathom.graph.Padding;
import dev.fathom.graph.TensorShape;
import dev.fathom.network.Architectures;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class PredictorTest {
    @BeforeEach
    void start() {
        Torch.start(2);
    }

    @Test
    void predictsWhatTheNetworkComputesInEvaluationMode() {
        Graph graph = Architectures.named("litedepth").build(new ImageSize(120, 128));
        Weights weights = Formula.weights(graph);
        List<RgbImage> images = new ArrayList<>();
        for (int i = 0; i < 11; i++) {
            images.add(image(i, 128, 120));
        }
        try (Predictor predictor = Predictor.load(graph, weights);
                NDManager manager = Torch.newManager()) {
            List<DepthMap> depths = predictor.predict(images);
            assertEquals(11, depths.size());
            GraphBlock block = new GraphBlock(graph, manager);
            block.load(weights);
            for (int i : new int[] {0, 7, 8, 10}) {
                float[] pixels = new float[128 * 120 * 3];
                for (int j = 0; j < pixels.length; j++) {
                    pixels[j] = images.get(i).rgb()[j] & 0xff;
                }
                NDArray x = manager.create(pixels, new Shape(1, 120, 128, 3)).transpose(0, 3, 1, 2);
                float[] expected = block.forward(x, false).get("depth").toFloatArray();
                assertArrayEquals(expected, depths.get(i).metres(), 1e-5f, "image " + i);
            }
        }
    }

    /** A network that doubles red, so that the prediction shows which pixels it was given. */
    @Test
    void anImageOfAnotherSizeIsResizedToTheInputAndItsPredictionBack() {
        try (Predictor predictor = Predictor.load(doublesRed(), twice())) {
            byte[] rgb = new byte[4 * 4 * 3];
            for (int i = 0; i < 16; i++) {
                rgb[3 * i] = (byte) (10 * (i % 4) + 160 * (i / 4 / 2));
            }
            DepthMap depth = predictor.predict(List.of(new RgbImage(4, 4, rgb))).get(0);
            // Columns 0 10 | 20 30 average to 5 and 25, rows to 0 and 160; each is doubled and fills its quarter.
            float[] row = {10, 10, 50, 50};
            float[] low = {330, 330, 370, 370};
            for (int x = 0; x < 4; x++) {
                assertEquals(row[x], depth.metres(x, 0));
                assertEquals(row[x], depth.metres(x, 1));
                assertEquals(low[x], depth.metres(x, 2));
                assertEquals(low[x], depth.metres(x, 3));
            }
        }
    }

    @Test
    void imagesOfDifferentSizesGoTogether() {
        try (Predictor predictor = Predictor.load(doublesRed(), twice())) {
            List<DepthMap> depths = predictor.predict(List.of(image(0, 2, 2), image(1, 5, 3), image(2, 1, 9)));
            assertEquals(
                    "2x2 5x3 1x9",
                    String.join(
                            " ",
                            depths.stream()
                                    .map(d -> d.width() + "x" + d.height())
                                    .toList()));
        }
    }

    @Test
    void noImagesGiveNoMaps() {
        try (Predictor predictor = Predictor.load(doublesRed(), twice())) {
            assertEquals(List.of(), predictor.predict(List.of()));
        }
    }

    @Test
    void weightsOfAnotherNetworkAreRefused() {
        assertThrows(UserException.class, () -> Predictor.load(doublesRed(), new Weights("w", Map.of(), Map.of())));
    }

    private static Graph doublesRed() {
        GraphBuilder b = new GraphBuilder("doubles red");
        b.output("depth", b.conv("c", b.input("image", TensorShape.chw(3, 2, 2)), 1, 1, 1, Padding.uniform(0), false));
        return b.build();
    }

    private static Weights twice() {
        float[] red = {2, 0, 0};
        return new Weights("twice", Map.of("c.weight", new WeightTensor(List.of(1, 3, 1, 1), red)), Map.of());
    }

    private static RgbImage image(int seed, int width, int height) {
        byte[] rgb = new byte[width * height * 3];
        for (int i = 0; i < rgb.length; i++) {
            rgb[i] = (byte) (128 + 100 * Math.sin(0.05 * i / 3 + seed));
        }
        return new RgbImage(width, height, rgb);
    }
}
