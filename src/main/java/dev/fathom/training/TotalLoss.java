package dev.fathom.training;

import ai.djl.ndarray.NDArray;
import dev.fathom.engine.Ops;
import dev.fathom.training.losses.LossInput;
import dev.fathom.training.losses.LossTerm;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The weighted sum of the losses that a training differentiates. */
record TotalLoss(List<LossTerm> terms, Reweighting reweighting) {

    /** Names of what is reported in each step: the losses, then the learnt factors. */
    List<String> curves() {
        List<String> curves = new ArrayList<>(terms.stream().map(LossTerm::name).toList());
        reweighting.losses().forEach(loss -> curves.add(Reweighting.curve(loss)));
        return curves;
    }

    /**
     * The sum for a batch as a differentiable scalar.
     *
     * @param labelled how many images of the batch, the first ones, have labels
     * @param values receives each loss before its weight, and the learnt factors
     */
    NDArray of(LossInput input, int labelled, AuxiliaryParameters auxiliary, Map<String, Double> values) {
        boolean all = labelled == 0 || labelled == input.truth().batch();
        LossInput withLabels = all ? input : input.first(labelled);
        NDArray total = null;
        for (LossTerm term : terms) {
            LossInput seen = term.loss().needsLabels() ? withLabels : input;
            NDArray loss = term.loss().of(seen.withParameters(auxiliary.of(term.name())));
            values.put(term.name(), (double) loss.getFloat());
            NDArray weighted = Ops.scale(loss, term.weight());
            if (reweighting.losses().contains(term.name())) {
                weighted =
                        reweighting.of(weighted, auxiliary.of(Reweighting.NAME).get(term.name()));
            }
            total = total == null ? weighted : total.add(weighted);
        }
        for (String loss : reweighting.losses()) {
            NDArray p = auxiliary.of(Reweighting.NAME).get(loss);
            values.put(Reweighting.curve(loss), (double) p.getFloat(0));
        }
        return total;
    }
}
