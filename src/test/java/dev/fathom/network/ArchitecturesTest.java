package dev.fathom.network;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.fathom.core.ImageSize;
import dev.fathom.core.UserException;
import dev.fathom.graph.Cost;
import dev.fathom.graph.Graph;
import dev.fathom.graph.Tap;
import dev.fathom.graph.TensorShape;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ArchitecturesTest {
    private final Graph litedepth = Architectures.named("litedepth").build(ImageSize.VGA);
    private final Graph resnet = Architectures.named("resnet18-light").build(ImageSize.VGA);

    @Test
    void litedepthHasThePublishedParameterCounts() {
        assertEquals(372_440, Cost.of(litedepth, "backbone.").parameters());
        assertEquals(15_513, Cost.of(litedepth, "decode_head.").parameters());
        assertEquals(387_953, Cost.of(litedepth).parameters());
        assertEquals(10_960, Cost.of(litedepth).buffers());
    }

    @Test
    void litedepthHasThePublishedMultiplyAccumulates() {
        assertEquals(19.58e6, Cost.of(litedepth, "backbone.").macs(), 0.005e6);
        assertEquals(7.16e6, Cost.of(litedepth, "decode_head.").macs(), 0.005e6);
    }

    @Test
    void resnet18EncoderHasTorchvisionsParameterCountAndNames() {
        assertEquals(11_176_512, Cost.of(resnet, "backbone.").parameters());
        assertTrue(resnet.parameters().containsKey("backbone.layer4.0.downsample.1.running_var"));
        assertTrue(resnet.parameters().containsKey("backbone.layer1.1.conv2.weight"));
    }

    /** Same features, same head, fewer multiplications. */
    @Test
    void fathomSDiffersFromLitedepthInItsEncoderOnly() {
        Graph fathom = Architectures.named("fathom-s").build(ImageSize.VGA);
        assertEquals(276_832, Cost.of(fathom, "backbone.").parameters());
        assertEquals(15_513, Cost.of(fathom, "decode_head.").parameters());
        assertTrue(Cost.of(fathom).macs() < Cost.of(litedepth).macs());
        fathom.taps()
                .forEach(tap -> assertEquals(
                        fathom.shape(tap.node()),
                        litedepth.shape(litedepth.taps().stream()
                                .filter(other -> other.name().equals(tap.name()))
                                .findFirst()
                                .orElseThrow()
                                .node()),
                        tap.name()));
    }

    @Test
    void litedepthTapsHaveTheShapesOfThePaper() {
        Map<String, TensorShape> taps = new LinkedHashMap<>();
        for (Tap tap : litedepth.taps()) {
            taps.put(tap.name(), litedepth.shape(tap.node()));
        }
        Map<String, TensorShape> expected = new LinkedHashMap<>();
        expected.put("encoder/2", TensorShape.chw(16, 64, 80));
        expected.put("encoder/4", TensorShape.chw(16, 32, 40));
        expected.put("encoder/8", TensorShape.chw(24, 16, 20));
        expected.put("encoder/16", TensorShape.chw(48, 8, 10));
        expected.put("encoder/32", TensorShape.chw(96, 4, 5));
        expected.put("decoder/32", TensorShape.chw(72, 4, 5));
        expected.put("decoder/16", TensorShape.chw(24, 8, 10));
        expected.put("decoder/8", TensorShape.chw(8, 16, 20));
        expected.put("decoder/4", TensorShape.chw(24, 32, 40));
        assertEquals(expected, taps);
    }

    @Test
    void outputIsTheSizeOfTheImageAndTheNativeOneAQuarterOfTheEncoderInput() {
        assertEquals(
                TensorShape.chw(1, 480, 640),
                litedepth.shape(litedepth.outputs().get("depth")));
        assertEquals(
                TensorShape.chw(1, 32, 40), litedepth.shape(litedepth.outputs().get("depth_native")));
        assertEquals("depth", litedepth.outputs().keySet().iterator().next());
    }

    @Test
    void teacherAndStudentOfferDecoderStagesOfEqualResolution() {
        for (Tap tap : litedepth.taps()) {
            Tap other = resnet.taps().stream()
                    .filter(t -> t.name().equals(tap.name()))
                    .findFirst()
                    .orElseThrow();
            TensorShape s = litedepth.shape(tap.node());
            TensorShape t = resnet.shape(other.node());
            assertEquals(s.height() + "x" + s.width(), t.height() + "x" + t.width(), tap.name());
        }
    }

    @Test
    void anImageSizeThatDoesNotSuitIsRefusedInASentence() {
        UserException e = assertThrows(
                UserException.class, () -> Architectures.named("litedepth").build(new ImageSize(470, 640)));
        assertEquals(
                "litedepth cannot take images of 470x640. Use a height that is a multiple of 120 and a width that is a"
                        + " multiple of 128, for example 480x640, or fix the inner size, as in litedepth@128x160.",
                e.sentence());
    }

    @Test
    void anUnknownNameIsRefusedWithTheKnownOnes() {
        UserException e = assertThrows(UserException.class, () -> Architectures.named("litedeth"));
        assertTrue(e.sentence().contains("litedepth, litedepth-teacher, "), e.sentence());
    }

    @ParameterizedTest
    @CsvSource({
        "wang2021-student, 3206976, 753954",
        "wang2021-student-bilinear, 3206976, 753954",
        "wang2021-student-mobilenet_v2, 1337792, 28930",
        "wang2021-student-efficientnet_b0, 3595388, 56026",
        "wang2021-teacher, 46226016, 28618497",
        "wang2021-teacher-resnet101, 42500160, 28618497",
        "wang2021-teacher-efficientnet_b7, 62143440, 18812673",
        "litedepth-teacher, 194998164, 1555105",
        "hu-student, 1337792, 336113",
        "hu-teacher, 21284672, 634305"
    })
    void encodersAndDecodersHaveTheirParameterCounts(String name, long encoder, long decoder) {
        Graph graph = Architectures.named(name).build(ImageSize.VGA);
        Set<String> part = EncoderPart.of(graph);
        assertEquals(encoder, Cost.of(graph, part::contains).parameters());
        assertEquals(decoder, Cost.of(graph, node -> !part.contains(node)).parameters());
    }

    @Test
    void fastDepthCheckpointsFitByName() {
        Graph graph = Architectures.named("wang2021-student").build(ImageSize.VGA);
        assertTrue(graph.parameters()
                .keySet()
                .containsAll(List.of(
                        "conv0.0.weight",
                        "conv13.4.running_var",
                        "decode_conv1.0.0.weight",
                        "decode_conv5.1.1.bias",
                        "decode_conv6.0.weight",
                        "decode_conv6.1.running_mean")));
    }
}
