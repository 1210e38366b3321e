package dev.fathom.network;

import dev.fathom.graph.Activation;
import dev.fathom.graph.GraphBuilder;
import dev.fathom.graph.Tensor;

/**
 * The block of MobileNetV3 and EfficientNet: a 1x1 expansion, a depthwise convolution, squeeze-and-excitation and a
 * linear 1x1 projection, added to the input where the shape allows. Names are torchvision's ({@code block.0} and on,
 * counting only what is there).
 *
 * @param kernel of the depthwise convolution
 * @param expanded channels inside; no expansion if the input has as many
 * @param squeezed channels inside the squeeze-and-excitation; 0 for none
 */
record InvertedResidual(int kernel, int expanded, int squeezed, int out, int stride, Activation.Kind activation) {

    Tensor append(GraphBuilder scoped, Tensor x, ConvNorm norm, SqueezeExcitation excitation) {
        GraphBuilder b = scoped.in("block");
        Tensor y = x;
        int layer = 0;
        if (expanded != x.channels()) {
            y = norm.dense(b.in("" + layer++), y, expanded, 1, 1, activation);
        }
        y = norm.depthwise(b.in("" + layer++), y, kernel, stride, activation);
        if (squeezed > 0) {
            y = excitation.scale(b.in("" + layer++), y, squeezed);
        }
        y = norm.linear(b.in("" + layer), y, out);
        boolean skip = stride == 1 && x.channels() == out;
        return skip ? b.add("skip", y, x) : y;
    }

    /** The multiple of 8 nearest to a number of channels, never below 8 nor more than a tenth below the number. */
    static int divisibleBy8(double channels) {
        int rounded = Math.max(8, (int) (channels + 4) / 8 * 8);
        return rounded < 0.9 * channels ? rounded + 8 : rounded;
    }
}
