package dev.fathom.training.losses;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.DataType;
import dev.fathom.engine.Ops;
import java.util.Map;

/**
 * Barron's robust loss whose alpha and c are trained with the network: the negative logarithm of the probability density
 * of the errors, {@code mean rho((p - t) / c) + ln c + ln Z(alpha)} over all valid pixels of the batch. Without the last
 * two terms alpha and c would only make the loss small. It can be negative.
 *
 * <p>Barron, A General and Adaptive Robust Loss Function, 2019, Eq. 16 and section 3.1, with one alpha and one c for all
 * pixels. {@code alpha = 0.001 + 1.998 sigmoid(alpha_logit)} and {@code c = 1 mm + exp(log_c)}; the logit and the
 * logarithm are what is trained.
 *
 * @param alpha at the beginning, between 0.001 and 1.999
 * @param c metres at the beginning, above 1 mm
 */
public record AdaptiveRobustLoss(double alpha, double c) implements DepthLoss {
    private static final String ALPHA_LOGIT = "alpha_logit";
    private static final String LOG_C = "log_c";
    private static final double LEAST_ALPHA = 0.001;
    private static final double ALPHAS = 1.998;
    private static final double LEAST_C = 1e-3;

    public AdaptiveRobustLoss {
        if (!(alpha > LEAST_ALPHA && alpha < LEAST_ALPHA + ALPHAS && c > LEAST_C)) {
            throw new IllegalArgumentException("alpha " + alpha + " and c " + c);
        }
    }

    @Override
    public Map<String, double[]> parameters() {
        double share = (alpha - LEAST_ALPHA) / ALPHAS;
        return Map.of(
                ALPHA_LOGIT, new double[] {Math.log(share / (1 - share))}, LOG_C, new double[] {Math.log(c - LEAST_C)});
    }

    @Override
    public NDArray of(LossInput input) {
        NDArray logit = input.parameters().get(ALPHA_LOGIT);
        NDArray log = input.parameters().get(LOG_C);
        double share = 1 / (1 + Math.exp(-value(logit)));
        double scale = Math.exp(value(log));
        AdaptedErrors errors = new AdaptedErrors(new Barron(LEAST_ALPHA + ALPHAS * share), LEAST_C + scale);
        NDArray byDepth = ClosedForm.of(input, (p, gradient) -> errors.evaluate(p, input.truth(), gradient));
        return byDepth.add(linear(logit, errors.byAlpha() * ALPHAS * share * (1 - share), byDepth))
                .add(linear(log, errors.byC() * scale, byDepth));
    }

    private static double value(NDArray parameter) {
        try (NDArray values = parameter.stopGradient();
                NDArray wide = values.toType(DataType.FLOAT64, true)) {
            return wide.toDoubleArray()[0];
        }
    }

    /** 0 with the given gradient with respect to a parameter. */
    private static NDArray linear(NDArray parameter, double slope, NDArray like) {
        NDArray linear = Ops.scale(parameter.toType(like.getDataType(), false).sum(), slope);
        return linear.sub(linear.stopGradient());
    }

    @Override
    public boolean canBeNegative() {
        return true;
    }
}
