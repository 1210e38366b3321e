package dev.fathom.training.losses;

/**
 * The angle between the surfaces of prediction and truth, {@code mean 1 - cos(n_p, n_t)} with the normals
 * {@code n = (-dx, -dy, 1)} of Sobel differences in metres at the network's own resolution.
 *
 * <p>Hu et al., Revisiting Single Image Depth Estimation, 2019, Eq. 7, one of the three terms of their loss.
 */
public record NormalLoss() implements SobelLoss {

    @Override
    public double at(double[] p, double[] t, double[] slope) {
        double square = p[0] * p[0] + p[1] * p[1] + 1;
        double lengths = Math.sqrt(square * (t[0] * t[0] + t[1] * t[1] + 1));
        double cosine = (p[0] * t[0] + p[1] * t[1] + 1) / lengths;
        for (int axis = 0; axis < 2; axis++) {
            slope[axis] = cosine * p[axis] / square - t[axis] / lengths;
        }
        return 1 - cosine;
    }
}
