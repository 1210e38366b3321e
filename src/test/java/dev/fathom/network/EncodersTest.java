package dev.fathom.network;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.fathom.core.UserException;
import dev.fathom.graph.Cost;
import dev.fathom.graph.Graph;
import dev.fathom.graph.GraphBuilder;
import dev.fathom.graph.Tensor;
import dev.fathom.graph.TensorShape;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EncodersTest {
    @Test
    void everyEncoderIsFoundByItsOwnName() {
        for (Encoder encoder : Encoders.all()) {
            assertSame(encoder, Encoders.named(encoder.name()));
        }
        assertEquals(
                Encoders.all().size(),
                Encoders.all().stream().map(Encoder::name).distinct().count());
    }

    @Test
    void anUnknownNameIsRefusedWithTheKnownOnes() {
        UserException e = assertThrows(UserException.class, () -> Encoders.named("resnet81"));
        assertTrue(e.sentence().startsWith("There is no encoder called \"resnet81\". Use one of "), e.sentence());
        assertTrue(e.sentence().contains("resnet18"), e.sentence());
    }

    /** The published counts of all that is before pooling, less the last 1x1 convolution where Fathom leaves it out. */
    @ParameterizedTest
    @CsvSource({
        "mobilenet_v1, 3206976, 0",
        "mobilenet_v2, 1337792, 0",
        "mobilenet_v3_small, 927008, 56448",
        "mobilenet_v3_large, 2971952, 155520",
        "tf_mobilenetv3_small_minimal_100, 372440, 0",
        "efficientnet_b0, 4007548, 412160",
        "efficientnet_b7, 63786960, 1643520",
        "resnet18, 11176512, 0",
        "resnet34, 21284672, 0",
        "resnet50, 23508032, 0",
        "resnet101, 42500160, 0"
    })
    void parameterCountsAreThoseOfTheReferenceLibrary(String encoder, long published, long leftOut) {
        assertEquals(published - leftOut, Cost.of(graph(encoder, 480, 640)).parameters());
    }

    /** Channels at strides 2, 4, 8, 16 and 32. */
    @ParameterizedTest
    @CsvSource({
        "mobilenet_v1, 64 128 256 512 1024",
        "mobilenet_v2, 16 24 32 96 160",
        "mobilenet_v3_small, 16 16 24 48 96",
        "mobilenet_v3_large, 16 24 40 112 160",
        "tf_mobilenetv3_small_minimal_100, 16 16 24 48 96",
        "thin_resnet, 16 16 24 48 96",
        "efficientnet_b0, 16 24 40 112 320",
        "efficientnet_b7, 32 48 80 224 640",
        "resnet18, 64 64 128 256 512",
        "resnet34, 64 64 128 256 512",
        "resnet50, 64 256 512 1024 2048",
        "resnet101, 64 256 512 1024 2048"
    })
    void featuresComeAtEachStride(String encoder, String channels) {
        Graph graph = graph(encoder, 96, 160);
        List<TensorShape> shapes =
                graph.outputs().values().stream().map(graph::shape).toList();
        assertEquals(
                channels, shapes.stream().map(s -> String.valueOf(s.channels())).collect(Collectors.joining(" ")));
        for (int i = 0; i < shapes.size(); i++) {
            int stride = 2 << i;
            assertTrue(graph.outputs().containsKey("encoder/" + stride));
            assertEquals(96 / stride, shapes.get(i).height());
            assertEquals(160 / stride, shapes.get(i).width());
        }
    }

    private static Graph graph(String name, int height, int width) {
        Encoder encoder = Encoders.named(name);
        GraphBuilder b = new GraphBuilder(name);
        Tensor image = b.input("image", TensorShape.chw(3, height, width));
        encoder.features(b, image).forEach(f -> b.output("encoder/" + f.stride(), f.value()));
        return b.build();
    }
}
