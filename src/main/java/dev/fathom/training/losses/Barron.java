package dev.fathom.training.losses;

/**
 * Barron's general robust function of a scaled error z: with {@code b = |alpha - 2|} it is
 * {@code b / alpha * ((z^2 / b + 1)^(alpha / 2) - 1)}, and its limits {@code z^2 / 2} at alpha 2,
 * {@code ln(z^2 / 2 + 1)} at 0 and {@code 1 - exp(-z^2 / 2)} at minus infinity.
 *
 * <p>Barron, A General and Adaptive Robust Loss Function, 2019, Eq. 8 and 9.
 *
 * @param alpha the shape: 2 is quadratic, 1 linear far away, 0 Cauchy's, -2 Geman and McClure's, minus infinity
 *     Welsch's
 */
record Barron(double alpha) {

    double rho(double z) {
        double x = z * z;
        if (alpha == 1) {
            return Math.sqrt(x + 1) - 1;
        }
        if (alpha == 2) {
            return x / 2;
        }
        if (alpha == 0) {
            return Math.log1p(x / 2);
        }
        if (alpha == Double.NEGATIVE_INFINITY) {
            return -Math.expm1(-x / 2);
        }
        return bend() / alpha * Math.expm1(alpha / 2 * Math.log1p(x / bend()));
    }

    /** The derivative of {@link #rho}. */
    double slope(double z) {
        double x = z * z;
        if (alpha == 1) {
            return z / Math.sqrt(x + 1);
        }
        if (alpha == 2) {
            return z;
        }
        if (alpha == Double.NEGATIVE_INFINITY) {
            return z * Math.exp(-x / 2);
        }
        return z * Math.exp((alpha / 2 - 1) * Math.log1p(x / bend()));
    }

    /** The derivative of {@link #rho} with respect to alpha, for alpha between 0 and 2. */
    double byAlpha(double z) {
        double b = bend();
        double x = z * z / b;
        double log = Math.log1p(x);
        double power = Math.exp(alpha / 2 * log);
        double byPower = power * (log / 2 + alpha / 2 * x / (b * (1 + x)));
        return b / alpha * byPower - 2 / (alpha * alpha) * Math.expm1(alpha / 2 * log);
    }

    private double bend() {
        return Math.abs(alpha - 2);
    }
}
