package dev.fathom.graph;

import java.util.List;

/** Resamples a feature map to a fixed height and width, without antialiasing. */
public record Resize(Mode mode, int height, int width) implements Op {
    /** How a value between pixels is found; named as PyTorch's {@code interpolate} has it. */
    public enum Mode {
        /** Source index floor(i * in / out). */
        NEAREST,
        /** Bilinear, align_corners=False: pixel centres at half integers. */
        BILINEAR,
        /** Bilinear, align_corners=True: the corner pixels coincide. */
        BILINEAR_ALIGN_CORNERS
    }

    public Resize {
        if (height <= 0 || width <= 0) {
            throw new IllegalArgumentException("resize to " + height + "x" + width);
        }
    }

    @Override
    public String kind() {
        return switch (mode) {
            case NEAREST -> "nearest resize";
            case BILINEAR -> "bilinear resize";
            case BILINEAR_ALIGN_CORNERS -> "bilinear resize (aligned corners)";
        };
    }

    @Override
    public TensorShape outputShape(List<TensorShape> inputs) {
        return TensorShape.chw(Op.single(this, inputs).channels(), height, width);
    }
}
