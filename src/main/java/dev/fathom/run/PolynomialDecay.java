package dev.fathom.run;

/**
 * {@code (base - min) (1 - t)^power + min} with t = step / steps, as LiteDepth (Li et al. 2022) has it: base 4e-3, power 0.9,
 * min 1e-3.
 *
 * @param steps of the whole run
 */
record PolynomialDecay(double base, double min, double power, long steps) implements RateDecay {
    @Override
    public double learningRate(long step) {
        double left = 1 - step / (double) steps;
        return (base - min) * Math.pow(left, power) + min;
    }
}
