package dev.fathom.network;

import dev.fathom.graph.Activation;
import dev.fathom.graph.GraphBuilder;
import dev.fathom.graph.Padding;
import dev.fathom.graph.Tensor;

/**
 * torchvision's {@code Conv2dNormActivation}: a convolution {@code 0} without bias that keeps the size up to its
 * stride, a batch norm {@code 1} and an activation.
 *
 * @param eps of the batch norms
 * @param momentum of the batch norms
 */
record ConvNorm(double eps, double momentum) {

    /** A 1x1 convolution and its norm, nothing after. */
    Tensor linear(GraphBuilder b, Tensor x, int out) {
        return b.batchNorm("1", b.conv("0", x, out, 1, 1, Padding.uniform(0), false), eps, momentum);
    }

    /** A dense convolution with its norm and activation. */
    Tensor dense(GraphBuilder b, Tensor x, int out, int kernel, int stride, Activation.Kind activation) {
        Tensor y = b.conv("0", x, out, kernel, stride, Padding.uniform(kernel / 2), false);
        return b.activation("2", b.batchNorm("1", y, eps, momentum), activation);
    }

    /** A depthwise convolution with its norm and activation. */
    Tensor depthwise(GraphBuilder b, Tensor x, int kernel, int stride, Activation.Kind activation) {
        Tensor y = b.depthwise("0", x, kernel, stride, Padding.uniform(kernel / 2));
        return b.activation("2", b.batchNorm("1", y, eps, momentum), activation);
    }
}
