package dev.fathom.graph;

/** How a parameter is filled before training. */
public sealed interface Initializer {

    /** Every value the same. */
    record Constant(float value) implements Initializer {}

    /** Normal with mean 0 and the given standard deviation. */
    record Normal(double std) implements Initializer {}

    /** Uniform in [-bound, bound]. */
    record Uniform(double bound) implements Initializer {}

    Initializer ZEROS = new Constant(0f);
    Initializer ONES = new Constant(1f);

    /** How a convolution's weights are filled; a rule, because it depends on the shape. */
    enum Rule {
        /** Normal, std = sqrt(2 / (k * k * out / groups)): He et al. 2015, fan out, as timm and torchvision do. */
        HE_FAN_OUT,
        /** Uniform, bound = sqrt(6 / (fan in + fan out)): Glorot and Bengio 2010. */
        XAVIER_UNIFORM,
        /** Normal, std = sqrt(2 / (k * k * out)) also where there are groups: FastDepth's code. */
        HE_ALL_OUT,
        /** Normal, std = 0.01: Xian et al.'s code. */
        SMALL_NORMAL,
        /** Uniform, bound = sqrt(1 / fan in): PyTorch's default. */
        UNIFORM_FAN_IN;

        Initializer forConvolution(int in, int out, int kernel, int groups) {
            double area = (double) kernel * kernel;
            return switch (this) {
                case HE_FAN_OUT -> new Normal(Math.sqrt(2.0 / (area * out / groups)));
                case XAVIER_UNIFORM -> new Uniform(Math.sqrt(6.0 / (area * in / groups + area * out)));
                case HE_ALL_OUT -> new Normal(Math.sqrt(2.0 / (area * out)));
                case SMALL_NORMAL -> new Normal(0.01);
                case UNIFORM_FAN_IN -> new Uniform(Math.sqrt(1.0 / (area * in / groups)));
            };
        }
    }
}
