package dev.fathom.network;

import dev.fathom.graph.Graph;
import dev.fathom.graph.Tap;
import java.util.List;
import java.util.Set;

/** Which nodes of a network are its encoder: those that its features {@code encoder/STRIDE} are computed from. */
public final class EncoderPart {
    private EncoderPart() {}

    /** Names of the nodes, the input and its preparation among them. */
    public static Set<String> of(Graph graph) {
        List<String> features = graph.taps().stream()
                .filter(tap -> tap.name().startsWith("encoder/"))
                .map(Tap::node)
                .toList();
        return graph.ancestors(features);
    }
}
