package dev.fathom.training;

import ai.djl.ndarray.NDArray;
import dev.fathom.engine.Ops;
import dev.fathom.run.ConfigRules;
import dev.fathom.run.LossConfig;
import dev.fathom.run.RunConfig;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Learnt factors of the losses: each loss L, its configured weight included, becomes {@code L / (2 p^2) + ln(1 + p^2)}
 * with a trained p that begins at 1, so that it is half at first.
 *
 * <p>The official code of LiteDepth (Li et al., 2022) has it for the losses on depth; what is distilled stays outside.
 * From Liebel and Koerner, Auxiliary Tasks in Multi-task Learning, 2018, after Kendall et al., 2018.
 *
 * @param losses names of the losses that are weighted so; empty for none
 */
record Reweighting(List<String> losses) {
    /** Among the auxiliary parameters; no loss is called so. */
    static final String NAME = "reweighting";

    private static final String PREFIX = "p_";

    /**
     * Of the losses on depth, if a configuration asks for it; what is distilled is left out.
     *
     * @throws dev.fathom.core.UserException if one of them can be negative: its factor would grow without end
     */
    static Reweighting of(RunConfig config) {
        if (!config.reweighting().equals("learned")) {
            return new Reweighting(List.of());
        }
        ConfigRules.requireLearnable(config);
        return new Reweighting(config.losses().stream().map(LossConfig::name).toList());
    }

    /** The first p of each loss by its name. */
    Map<String, double[]> parameters() {
        Map<String, double[]> first = new TreeMap<>();
        losses.forEach(loss -> first.put(loss, new double[] {1}));
        return first;
    }

    /** Under which the p of a loss is reported beside the losses. */
    static String curve(String loss) {
        return PREFIX + loss;
    }

    /** @param p of the loss, one value */
    NDArray of(NDArray weighted, NDArray p) {
        NDArray square = p.square().sum();
        NDArray half = Ops.scale(weighted.div(square), 0.5);
        return half.add(Ops.offset(square, 1).log());
    }
}
