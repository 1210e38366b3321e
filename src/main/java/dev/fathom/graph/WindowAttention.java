package dev.fathom.graph;

import java.util.List;

/**
 * Multi-head self-attention inside square windows with a learned bias for each relative position, on [channels, height,
 * width] (Liu et al., Swin Transformer, 2021, Eq. 3 and 4).
 *
 * <p>The map is padded with zeros at the bottom and right to whole windows, rolled up and left by {@code shift}, cut
 * into windows, and put together again afterwards. Places that are neighbours only because of the roll do not see each
 * other (their logits get -100). As in the detection and segmentation form of Swin, a map of a single window is shifted
 * too.
 *
 * @param window side of a window, in places
 * @param shift 0, or by how much the windows are moved
 */
public record WindowAttention(int channels, int heads, int window, int shift) implements Op {
    public WindowAttention {
        if (heads <= 0 || channels % heads != 0 || window <= 0 || shift < 0 || shift >= window) {
            throw new IllegalArgumentException("window attention of " + channels + " channels, " + heads
                    + " heads, window " + window + ", shift " + shift);
        }
    }

    @Override
    public String kind() {
        return "window attention";
    }

    /** A length in places, rounded up to whole windows. */
    public int padded(int length) {
        return (length + window - 1) / window * window;
    }

    @Override
    public TensorShape outputShape(List<TensorShape> inputs) {
        return Op.singleOf(this, channels, inputs);
    }

    @Override
    public List<ParameterSpec> parameters() {
        int positions = (2 * window - 1) * (2 * window - 1);
        return List.of(
                new ParameterSpec("relative_position_bias_table", List.of(positions, heads), true, Linear.START),
                new ParameterSpec("qkv.weight", List.of(3 * channels, channels), true, Linear.START),
                new ParameterSpec("qkv.bias", List.of(3 * channels), true, Initializer.ZEROS),
                new ParameterSpec("proj.weight", List.of(channels, channels), true, Linear.START),
                new ParameterSpec("proj.bias", List.of(channels), true, Initializer.ZEROS));
    }

    /** Four weight matrices a place, and its products with the keys and values of its window, as the paper counts. */
    @Override
    public long macs(List<TensorShape> inputs) {
        TensorShape x = Op.single(this, inputs);
        long places = (long) padded(x.height()) * padded(x.width());
        return places * channels * (4L * channels + 2L * window * window);
    }
}
