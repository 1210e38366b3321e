package dev.fathom.graph;

import java.util.List;

/** Sum of equal groups of channels: [groups * C, H, W] to [C, H, W]; channel c is the sum of c, C + c, 2C + c... */
public record SumGroups(int groups) implements Op {
    @Override
    public String kind() {
        return "sum of channel groups";
    }

    @Override
    public TensorShape outputShape(List<TensorShape> inputs) {
        TensorShape x = Op.single(this, inputs);
        if (groups <= 0 || x.channels() % groups != 0) {
            throw new IllegalArgumentException(kind() + ": " + x.channels() + " channels in " + groups + " groups");
        }
        return TensorShape.chw(x.channels() / groups, x.height(), x.width());
    }
}
