package dev.fathom.network;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.fathom.graph.Cost;
import dev.fathom.graph.Graph;
import dev.fathom.graph.GraphBuilder;
import dev.fathom.graph.TensorShape;
import java.util.List;
import org.junit.jupiter.api.Test;

class ResNeStTest {
    /** The published counts without the classifier's 2048 * 1000 + 1000. */
    @Test
    void parametersAreThePublishedOnes() {
        assertEquals(27_483_240 - 2_049_000, Cost.of(graph("resnest50")).parameters());
        assertEquals(46_226_016, Cost.of(graph("resnest101")).parameters());
    }

    @Test
    void namesAreThoseOfTheOfficialCode() {
        assertTrue(graph("resnest101")
                .parameters()
                .keySet()
                .containsAll(List.of(
                        "conv1.0.weight",
                        "conv1.1.running_mean",
                        "conv1.3.weight",
                        "conv1.6.weight",
                        "bn1.weight",
                        "layer1.0.downsample.1.weight",
                        "layer1.0.downsample.2.running_var",
                        "layer3.22.conv2.conv.weight",
                        "layer3.22.conv2.bn0.bias",
                        "layer3.22.conv2.fc1.bias",
                        "layer3.22.conv2.bn1.weight",
                        "layer3.22.conv2.fc2.weight",
                        "layer4.2.conv3.weight",
                        "layer4.2.bn3.running_var")));
    }

    private static Graph graph(String name) {
        GraphBuilder b = new GraphBuilder(name);
        Encoders.named(name)
                .features(b, b.input("image", TensorShape.chw(3, 64, 96)))
                .forEach(f -> b.output("encoder/" + f.stride(), f.value()));
        return b.build();
    }
}
