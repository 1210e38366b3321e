package dev.fathom.ui.experiment;

import dev.fathom.core.ImageSize;
import dev.fathom.graph.Cost;
import dev.fathom.graph.Graph;
import dev.fathom.graph.TensorShape;
import dev.fathom.network.Architecture;
import dev.fathom.network.Architectures;
import dev.fathom.network.EncoderPart;
import java.util.List;

/**
 * What a network costs for one image, and what it offers to distillation.
 *
 * @param inner size to which it shrinks the image
 * @param encoderParameters of these, those of the encoder
 * @param taps from the input towards the output
 * @param fewestImages that a batch must have for training
 */
record NetworkFacts(
        String name,
        String description,
        ImageSize image,
        ImageSize inner,
        Cost cost,
        long encoderParameters,
        String encoder,
        String decoder,
        List<TapShape> taps,
        int fewestImages) {

    /** A feature map by its name. */
    record TapShape(String name, TensorShape shape) {
        /** Whether it is a stage of the decoder. */
        boolean ofDecoder() {
            return name.startsWith("decoder/");
        }
    }

    /** @throws dev.fathom.core.UserException if there is no such network or it cannot take such images */
    static NetworkFacts of(String architecture, ImageSize image) {
        Architecture found = Architectures.named(architecture);
        Graph graph = found.build(image);
        return new NetworkFacts(
                architecture,
                found.description(),
                image,
                found.innerSize(image),
                Cost.of(graph),
                Cost.of(graph, EncoderPart.of(graph)::contains).parameters(),
                found.encoder().name(),
                found.decoder().name(),
                graph.taps().stream()
                        .map(tap -> new TapShape(tap.name(), graph.shape(tap.node())))
                        .toList(),
                graph.fewestTrainingImages());
    }

    /** Of the weights in a file of 32-bit numbers, without the file's own structure. */
    long bytesF32() {
        return Float.BYTES * cost.parameters();
    }

    /** Of the weights in a file of 8-bit numbers, without the file's own structure. */
    long bytesInt8() {
        return cost.parameters();
    }
}
