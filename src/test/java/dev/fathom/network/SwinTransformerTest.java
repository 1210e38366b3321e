package dev.fathom.network;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.fathom.graph.Cost;
import dev.fathom.graph.DropPath;
import dev.fathom.graph.Graph;
import dev.fathom.graph.GraphBuilder;
import dev.fathom.graph.TensorShape;
import java.util.List;
import org.junit.jupiter.api.Test;

class SwinTransformerTest {
    @Test
    void parametersAreThePublishedOnesAndTheFourNorms() {
        assertEquals(27_517_818 + 2880, parameters("swin_t"));
        assertEquals(86_741_176 + 3840, parameters("swin_b"));
        assertEquals(194_992_404 + 5760, parameters("swin_l"));
    }

    private static long parameters(String name) {
        return Cost.of(graph(Encoders.named(name), 128, 160)).parameters();
    }

    /** The paper has 4.5 G for the tiny one at 224x224, 15.4 G for the base one. */
    @Test
    void multiplyAccumulatesAreThoseOfThePaper() {
        assertEquals(4.5e9, Cost.of(graph(SwinTransformer.tiny(0), 224, 224)).macs(), 0.05e9);
        assertEquals(15.4e9, Cost.of(graph(SwinTransformer.base(0), 224, 224)).macs(), 0.05e9);
    }

    @Test
    void namesAreThoseOfTheOfficialCode() {
        List<String> names =
                List.copyOf(graph(SwinTransformer.tiny(0), 64, 64).parameters().keySet());
        assertEquals("patch_embed.proj.weight", names.get(0));
        assertTrue(names.containsAll(List.of(
                "patch_embed.norm.bias",
                "layers.0.blocks.1.attn.relative_position_bias_table",
                "layers.2.blocks.5.attn.qkv.weight",
                "layers.2.blocks.5.attn.proj.bias",
                "layers.3.blocks.1.mlp.fc2.bias",
                "layers.1.downsample.norm.weight",
                "layers.1.downsample.reduction.weight",
                "norm0.weight",
                "norm3.bias")));
        assertFalse(names.contains("layers.1.downsample.reduction.bias"));
    }

    @Test
    void sidesThatNoStrideDividesAreRoundedUp() {
        GraphBuilder b = new GraphBuilder("odd");
        List<Feature> features = SwinTransformer.tiny(0).features(b, b.input("image", TensorShape.chw(3, 90, 118)));
        assertEquals(
                List.of(4, 8, 16, 32), features.stream().map(Feature::stride).toList());
        assertEquals(TensorShape.chw(96, 23, 30), features.get(0).value().shape());
        assertEquals(TensorShape.chw(192, 12, 15), features.get(1).value().shape());
        assertEquals(TensorShape.chw(384, 6, 8), features.get(2).value().shape());
        assertEquals(TensorShape.chw(768, 3, 4), features.get(3).value().shape());
    }

    @Test
    void dropPathRisesFromNothingAtTheFirstBlockToAllOfItAtTheLast() {
        Graph graph = graph(SwinTransformer.large(0.3), 64, 64);
        List<Double> probabilities = graph.nodes().stream()
                .filter(n -> n.op() instanceof DropPath)
                .map(n -> ((DropPath) n.op()).probability())
                .toList();
        assertEquals(2 * 23, probabilities.size());
        assertEquals(0.3 / 23, probabilities.get(0), 1e-12);
        assertEquals(0.3, probabilities.get(45), 1e-12);
        assertFalse(graph(Encoders.named("swin_l"), 64, 64).nodes().stream().anyMatch(n -> n.op() instanceof DropPath));
    }

    private static Graph graph(Encoder encoder, int height, int width) {
        GraphBuilder b = new GraphBuilder(encoder.name());
        encoder.features(b, b.input("image", TensorShape.chw(3, height, width)))
                .forEach(f -> b.output("encoder/" + f.stride(), f.value()));
        return b.build();
    }
}
