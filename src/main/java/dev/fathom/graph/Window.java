package dev.fathom.graph;

/** Shape arithmetic of a window that slides over a feature map. */
final class Window {
    private Window() {}

    /** Output of a square window: floor((padded - kernel) / stride) + 1 in both directions. */
    static TensorShape slide(TensorShape in, int outChannels, int kernel, int stride, Padding padding) {
        Padding.Explicit pad = padding.resolve(in.height(), in.width(), kernel, stride);
        int height = (in.height() + pad.top() + pad.bottom() - kernel) / stride + 1;
        int width = (in.width() + pad.left() + pad.right() - kernel) / stride + 1;
        if (in.height() + pad.top() + pad.bottom() < kernel || in.width() + pad.left() + pad.right() < kernel) {
            throw new IllegalArgumentException("a " + kernel + "x" + kernel + " window does not fit into " + in);
        }
        return TensorShape.chw(outChannels, height, width);
    }
}
