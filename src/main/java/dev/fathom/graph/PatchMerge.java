package dev.fathom.graph;

import java.util.List;

/**
 * Gathers each 2x2 places into the channels of one: [C, H, W] to [4C, ceil(H/2), ceil(W/2)], first the places (0,0),
 * then (1,0), (0,1) and (1,1), row before column, as Swin's patch merging orders them. Odd maps get a row or column of
 * zeros.
 */
public record PatchMerge() implements Op {
    @Override
    public String kind() {
        return "patch merging";
    }

    @Override
    public TensorShape outputShape(List<TensorShape> inputs) {
        TensorShape x = Op.single(this, inputs);
        return TensorShape.chw(4 * x.channels(), (x.height() + 1) / 2, (x.width() + 1) / 2);
    }
}
