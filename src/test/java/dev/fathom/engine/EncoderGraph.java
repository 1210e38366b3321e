package dev.fathom.engine;

import dev.fathom.core.ImageSize;
import dev.fathom.graph.Graph;
import dev.fathom.graph.GraphBuilder;
import dev.fathom.graph.Tensor;
import dev.fathom.graph.TensorShape;
import dev.fathom.network.Encoder;

/** An encoder alone: input {@code image} [3, H, W] of 0 to 255, normalised as it wants, outputs {@code encoder/STRIDE}. */
final class EncoderGraph {
    private EncoderGraph() {}

    static Graph of(Encoder encoder, ImageSize size) {
        GraphBuilder b = new GraphBuilder(encoder.name());
        Tensor image = b.input("image", TensorShape.chw(3, size.height(), size.width()));
        Tensor x = b.normalize("normalize", image, encoder.mean(), encoder.std());
        encoder.features(b, x).forEach(f -> b.output("encoder/" + f.stride(), f.value()));
        return b.build();
    }
}
