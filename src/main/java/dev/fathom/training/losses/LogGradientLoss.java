package dev.fathom.training.losses;

/**
 * The logarithm of the error of the depth gradients, {@code mean ln(|dx e| + 0.5) + mean ln(|dy e| + 0.5)} with
 * {@code e = p - t} in metres and Sobel differences at the network's own resolution. Negative for small errors.
 *
 * <p>Hu et al., Revisiting Single Image Depth Estimation, 2019, Eq. 5, one of the three terms of their loss.
 */
public record LogGradientLoss() implements SobelLoss {

    @Override
    public double at(double[] p, double[] t, double[] slope) {
        double sum = 0;
        for (int axis = 0; axis < 2; axis++) {
            double e = p[axis] - t[axis];
            sum += Math.log(Math.abs(e) + LogL1Loss.OFFSET);
            slope[axis] = Math.signum(e) / (Math.abs(e) + LogL1Loss.OFFSET);
        }
        return sum;
    }

    @Override
    public boolean canBeNegative() {
        return true;
    }
}
