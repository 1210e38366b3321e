package dev.fathom.engine;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.fathom.core.ImageSize;
import dev.fathom.core.UserException;
import dev.fathom.graph.Graph;
import dev.fathom.graph.GraphBuilder;
import dev.fathom.graph.Initializer;
import dev.fathom.graph.Padding;
import dev.fathom.graph.Tensor;
import dev.fathom.graph.TensorShape;
import dev.fathom.network.Architectures;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class WeightsTest {
    private final Graph litedepth = Architectures.named("litedepth").build(ImageSize.VGA);

    @Test
    void initialWeightsHaveTheNamesAndOrderOfTheStateDict() {
        Weights weights = Weights.initial(litedepth, 1);
        assertEquals(
                List.copyOf(litedepth.parameters().keySet()),
                List.copyOf(weights.tensors().keySet()));
        weights.match(litedepth).requireComplete();
    }

    @Test
    void initialWeightsFollowTheInitializers() {
        Graph graph = convolutions("a", "b");
        Weights weights = Weights.initial(graph, 3);
        double std = Math.sqrt(2.0 / (9 * 64));
        double[] he = moments(weights.tensor("a.weight").values());
        assertEquals(0, he[0], 0.01 * std * 3);
        assertEquals(std, he[1], 0.02 * std);
        assertArrayEquals(new float[64], weights.tensor("a.bias").values());
        double bound = Math.sqrt(6.0 / (9 * 64 + 9 * 64));
        double[] xavier = moments(weights.tensor("b.weight").values());
        assertEquals(bound / Math.sqrt(3), xavier[1], 0.02 * bound);
        for (float w : weights.tensor("b.weight").values()) {
            assertTrue(Math.abs(w) <= bound);
        }
        float[] ones = Weights.initial(litedepth, 1)
                .tensor("backbone.timm_model.bn1.running_var")
                .values();
        assertEquals(1f, ones[5]);
    }

    @Test
    void initialWeightsDependOnSeedAndNameButNotOnOtherLayers() {
        float[] alone = Weights.initial(convolutions("a"), 3).tensor("a.weight").values();
        Weights both = Weights.initial(convolutions("x", "a"), 3);
        assertArrayEquals(alone, both.tensor("a.weight").values());
        assertFalse(alone[0] == both.tensor("x.weight").values()[0], "another name, other values");
        assertFalse(alone[0]
                == Weights.initial(convolutions("a"), 4).tensor("a.weight").values()[0]);
    }

    /** Values stay the same in all versions, or published seeds would mean something else. */
    @Test
    void initialWeightsAreThoseOfTheFirstRelease() {
        float[] he = Weights.initial(convolutions("a"), 3).tensor("a.weight").values();
        assertArrayEquals(
                new float[] {-0.056497395f, 0.0010555289f, 0.046971425f}, new float[] {he[0], he[1], he[36_863]});
    }

    @Test
    void missingAndMisshapenTensorsAreRefusedByName() {
        Map<String, WeightTensor> tensors =
                new LinkedHashMap<>(Weights.initial(litedepth, 1).tensors());
        tensors.remove("decode_head.conv_depth_1x1.bias");
        tensors.put("decode_head.conv_depth_1x1.weight", new WeightTensor(List.of(2, 1), new float[2]));
        tensors.put("head.fc", new WeightTensor(List.of(1), new float[1]));
        WeightsMatch match = new Weights("old.safetensors", tensors, Map.of()).match(litedepth);
        assertEquals(List.of("decode_head.conv_depth_1x1.bias"), match.missing());
        assertEquals(List.of("head.fc"), match.unexpected());
        assertFalse(match.isComplete());
        UserException e = assertThrows(UserException.class, match::requireComplete);
        int all = litedepth.parameters().size();
        assertEquals(
                "old.safetensors lacks 1 of the " + all + " tensors of litedepth: decode_head.conv_depth_1x1.bias and"
                        + " holds 1 of another shape: decode_head.conv_depth_1x1.weight ([2x1] instead of [1x24x1x1]).",
                e.sentence().substring(0, e.what().length() + 1));
    }

    @Test
    void aLongListOfMissingTensorsIsCutShort() {
        UserException e = assertThrows(
                UserException.class,
                () -> new Weights("w", Map.of(), Map.of()).match(litedepth).requireComplete());
        assertTrue(e.what().matches(".*: \\S+, \\S+, \\S+ and \\d+ more"), e.what());
    }

    @Test
    void unexpectedTensorsDoNoHarm() {
        Map<String, WeightTensor> tensors =
                new LinkedHashMap<>(Weights.initial(litedepth, 1).tensors());
        tensors.put("fc.weight", new WeightTensor(List.of(1), new float[1]));
        new Weights("w", tensors, Map.of()).match(litedepth).requireComplete();
    }

    private static Graph convolutions(String... names) {
        GraphBuilder b = new GraphBuilder("convolutions");
        Tensor x = b.input("image", TensorShape.chw(64, 8, 8));
        for (String name : names) {
            GraphBuilder scoped = name.equals("b") ? b.initialized(Initializer.Rule.XAVIER_UNIFORM) : b;
            x = scoped.conv(name, x, 64, 3, 1, Padding.uniform(1), true);
        }
        b.output("y", x);
        return b.build();
    }

    private static double[] moments(float[] values) {
        double sum = 0;
        double squares = 0;
        for (float v : values) {
            sum += v;
            squares += (double) v * v;
        }
        double mean = sum / values.length;
        return new double[] {mean, Math.sqrt(squares / values.length - mean * mean)};
    }
}
