package dev.fathom.run;

/**
 * {@code min + (base - min) (1 + cos(pi t)) / 2} with t = step / steps: Loshchilov and Hutter 2017 without restarts.
 *
 * @param steps of the whole run
 */
record CosineDecay(double base, double min, long steps) implements RateDecay {
    @Override
    public double learningRate(long step) {
        return min + (base - min) * (1 + Math.cos(Math.PI * step / steps)) / 2;
    }
}
