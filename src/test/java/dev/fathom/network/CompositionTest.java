package dev.fathom.network;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.fathom.core.ImageSize;
import dev.fathom.core.UserException;
import dev.fathom.graph.Cost;
import dev.fathom.graph.Graph;
import dev.fathom.graph.GraphBuilder;
import dev.fathom.graph.TensorShape;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

class CompositionTest {
    private static Graph vga(String name) {
        return Architectures.named(name).build(ImageSize.VGA);
    }

    private static String refusal(String name, ImageSize image) {
        return assertThrows(UserException.class, () -> Architectures.named(name).build(image))
                .sentence();
    }

    @Test
    void aCompositionIsTheNamedNetworkOfTheSameParts() {
        Graph composed = vga("tf_mobilenetv3_small_minimal_100+light@128x160");
        assertEquals(vga("litedepth").nodes(), composed.nodes());
    }

    @Test
    void theInnerSizeHoldsForEveryImageAndANamedNetworkTakesOneToo() {
        Graph graph = Architectures.named("litedepth@96x224").build(new ImageSize(333, 777));
        assertEquals(TensorShape.chw(1, 333, 777), graph.shape(graph.outputs().get("depth")));
        assertEquals(TensorShape.chw(1, 24, 56), graph.shape(graph.outputs().get("depth_native")));
    }

    @Test
    void anImageOfTheInnerSizeIsNotResized() {
        Graph graph = Architectures.named("litedepth@128x160").build(new ImageSize(128, 160));
        assertEquals("normalize", graph.nodes().get(1).name());
    }

    @Test
    void wrongCompositionsAreRefusedInASentence() {
        assertTrue(
                refusal("resnet9+light", ImageSize.VGA).startsWith("There is no encoder called \"resnet9\". Use one"));
        assertTrue(
                refusal("resnet18+heavy", ImageSize.VGA).startsWith("There is no decoder called \"heavy\". Use one"));
        assertEquals(
                "swin_t+nnconv5 does not fit together: nnconv5 needs features of stride 2, and swin_t has only those of"
                        + " 4, 8, 16, 32. Choose another decoder or encoder; \"fathom models\" lists what each needs and"
                        + " has.",
                refusal("swin_t+nnconv5", ImageSize.VGA));
        assertEquals(
                "resnet18+light@130x160 has an inner size that is not a multiple of 32. Write for example @160x160.",
                refusal("resnet18+light@130x160", ImageSize.VGA));
        for (String wrong : List.of("", "128", "128x", "128x160x3", "0x160", "axb")) {
            assertTrue(
                    refusal("litedepth@" + wrong, ImageSize.VGA)
                            .startsWith("\"" + wrong + "\" is not an inner size. Write height x width"),
                    wrong);
        }
    }

    /** Every pair either has one answer for every stride it taps, or says in one sentence what is missing. */
    @TestFactory
    List<DynamicTest> everyEncoderMeetsEveryDecoder() {
        return Encoders.all().stream()
                .flatMap(e -> Decoders.all().stream()
                        .map(d -> DynamicTest.dynamicTest(e.name() + "+" + d.name(), () -> meet(e, d))))
                .toList();
    }

    private static void meet(Encoder encoder, Decoder decoder) {
        String name = encoder.name() + "+" + decoder.name();
        Set<Integer> offered = Feature.of(encoder).stream().map(Feature::stride).collect(Collectors.toSet());
        if (!offered.containsAll(decoder.strides())) {
            assertTrue(refusal(name, ImageSize.VGA).startsWith(name + " does not fit together"), name);
            return;
        }
        Graph graph = vga(name);
        assertEquals(TensorShape.chw(1, 480, 640), graph.shape(graph.outputs().get("depth")));
        Map<String, TensorShape> taps =
                graph.taps().stream().collect(Collectors.toMap(t -> t.name(), t -> graph.shape(t.node())));
        assertTrue(taps.keySet().stream().anyMatch(t -> t.startsWith("decoder/")));
        taps.forEach((tap, shape) -> {
            int stride = Integer.parseInt(tap.substring(tap.indexOf('/') + 1));
            assertEquals(128 / stride + "x" + 160 / stride, shape.height() + "x" + shape.width(), tap);
        });
        Set<String> part = EncoderPart.of(graph);
        long encoderParameters = Cost.of(graph, part::contains).parameters();
        assertTrue(encoderParameters > 0);
        assertFalse(part.contains(graph.outputs().get("depth_native")));
        String prefix = Architectures.named(name).encoderPrefix();
        assertEquals(encoderParameters, encoderAlone(encoder, graph, prefix), "names of the reference library");
    }

    /** Parameters of the whole that the encoder alone has under the same name behind the prefix. */
    private static long encoderAlone(Encoder encoder, Graph graph, String prefix) {
        GraphBuilder b = new GraphBuilder(encoder.name());
        List<Feature> features = encoder.features(b, b.input("image", TensorShape.chw(3, 64, 64)));
        b.output("coarsest", features.get(features.size() - 1).value());
        Graph alone = b.build();
        return graph.parameters().entrySet().stream()
                .filter(e -> e.getKey().startsWith(prefix))
                .filter(e -> alone.parameters().containsKey(e.getKey().substring(prefix.length())))
                .filter(e -> e.getValue().trainable())
                .mapToLong(e -> e.getValue().elements())
                .sum();
    }

    @Test
    void lightHeadsDifferInKernelsAsTable3Has() {
        // 96->72, 120->24, 48->8 and 24->24; biases are the same.
        long published = 15_513;
        assertEquals(published, decoderParameters("light"));
        assertEquals(published - 8 * 24 * 24, decoderParameters("light-1x1"));
        assertEquals(published + 8 * 48 * 8, decoderParameters("light-mixed"));
        assertEquals(published + 8 * (96 * 72 + 120 * 24 + 48 * 8), decoderParameters("light-3x3"));
    }

    @Test
    void theFiveLevelHeadEndsAtStride2() {
        Graph graph = vga("tf_mobilenetv3_small_minimal_100+light5");
        assertEquals(TensorShape.chw(1, 64, 80), graph.shape(graph.outputs().get("depth_native")));
        // 96->72, 72+48->24, 24+24->8, 8+16->4, 3x3 of 4+16->12, 12->1.
        long expected = 96 * 72 + 72 + 120 * 24 + 24 + 48 * 8 + 8 + 24 * 4 + 4 + 9 * 20 * 12 + 12 + 12 + 1;
        assertEquals(expected, decoderParameters("light5"));
    }

    private static long decoderParameters(String decoder) {
        return Cost.of(vga("tf_mobilenetv3_small_minimal_100+" + decoder), "decode_head.")
                .parameters();
    }
}
