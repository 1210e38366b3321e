package dev.fathom.training.losses;

/**
 * The constant that makes a probability of {@link Barron}: {@code Z = integral of exp(-rho(z))} over all z, and what
 * follows from it for a trained alpha (Barron, 2019, Eq. 17). It has no closed form.
 *
 * <p>The integral is taken by the double-exponential rule {@code z = sinh(pi / 2 sinh(u))} at equal steps of u, which is
 * exact to 12 digits even for the tails of alpha near 0 that fall off as slowly as {@code 1 / z^2}. Its 130 points cost
 * less than a few pixel rows of a loss, so each step takes them anew where Barron's code has a table.
 *
 * @param log ln Z
 * @param slope the derivative of ln Z with respect to alpha
 */
record Partition(double log, double slope) {
    private static final double STEP = 1 / 32.0;
    private static final int POINTS = 130;

    /** @param barron with an alpha between 0 and 2 */
    static Partition of(Barron barron) {
        double z = 0;
        double byAlpha = 0;
        for (int i = 0; i < POINTS; i++) {
            double u = i * STEP;
            double inner = Math.PI / 2 * Math.sinh(u);
            double at = Math.sinh(inner);
            double width = Math.PI / 2 * Math.cosh(u) * Math.cosh(inner) * STEP * (i == 0 ? 1 : 2);
            double mass = width * Math.exp(-barron.rho(at));
            z += mass;
            byAlpha -= mass * barron.byAlpha(at);
        }
        return new Partition(Math.log(z), byAlpha / z);
    }
}
