package dev.fathom.training.losses;

/**
 * One summand of the total loss.
 *
 * @param name as it appears in events, metrics and messages
 * @param weight factor in the total; the value is reported without it
 */
public record LossTerm(String name, double weight, DepthLoss loss) {
    public LossTerm {
        if (!(weight >= 0) || Double.isInfinite(weight)) {
            throw new IllegalArgumentException("weight " + weight + " of loss " + name);
        }
    }
}
