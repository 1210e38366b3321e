package dev.fathom.network;

import dev.fathom.graph.Activation;
import dev.fathom.graph.GraphBuilder;
import dev.fathom.graph.Padding;
import dev.fathom.graph.Tensor;

/**
 * Squeeze-and-excitation (Hu et al. 2018): each channel is scaled by a gate that two 1x1 convolutions with bias, {@code
 * fc1} and {@code fc2}, compute from the means of all channels. Names are torchvision's.
 *
 * @param activation between the two
 * @param gate after the second
 */
record SqueezeExcitation(Activation.Kind activation, Activation.Kind gate) {

    /** @param squeezed channels between the two convolutions */
    Tensor scale(GraphBuilder b, Tensor x, int squeezed) {
        Tensor y = b.globalAveragePool("avgpool", x);
        y = b.conv("fc1", y, squeezed, 1, 1, Padding.uniform(0), true);
        y = b.activation("activation", y, activation);
        y = b.conv("fc2", y, x.channels(), 1, 1, Padding.uniform(0), true);
        return b.mul("scale", x, b.activation("scale_activation", y, gate));
    }
}
