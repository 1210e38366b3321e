package dev.fathom.run;

/** {@code base gamma^n} where n counts the whole periods of {@code period} steps that are over. */
record StepDecay(double base, double gamma, long period) implements RateDecay {
    @Override
    public double learningRate(long step) {
        return base * Math.pow(gamma, step / period);
    }
}
