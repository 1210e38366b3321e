package dev.fathom.training;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import dev.fathom.core.UserException;
import dev.fathom.engine.Ops;
import dev.fathom.engine.WeightTensor;
import dev.fathom.engine.Weights;
import dev.fathom.training.losses.LossTerm;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What is trained beside the network: the constants that losses declare and the
 * factors of their reweighting. Each is an array of one dimension under the
 * name {@code LOSS/PARAMETER}. They are part of the training's state and never of the network.
 */
final class AuxiliaryParameters {
    private static final String SEPARATOR = "/";

    private final Map<String, Map<String, NDArray>> byLoss;

    private AuxiliaryParameters(Map<String, Map<String, NDArray>> byLoss) {
        this.byLoss = byLoss;
    }

    /** At their first values, in float32, living in the manager. */
    static AuxiliaryParameters of(TotalLoss total, NDManager manager) {
        Map<String, Map<String, NDArray>> all = new LinkedHashMap<>();
        for (LossTerm term : total.terms()) {
            all.put(term.name(), arrays(term.loss().parameters(), manager));
        }
        all.put(Reweighting.NAME, arrays(total.reweighting().parameters(), manager));
        all.values().removeIf(Map::isEmpty);
        return new AuxiliaryParameters(all);
    }

    private static Map<String, NDArray> arrays(Map<String, double[]> first, NDManager manager) {
        Map<String, NDArray> arrays = new TreeMap<>();
        first.forEach((name, values) -> arrays.put(name, array(values, manager)));
        return Collections.unmodifiableMap(arrays);
    }

    private static NDArray array(double[] values, NDManager manager) {
        NDArray array = manager.zeros(new Shape(values.length), DataType.FLOAT32);
        try (NDArray source = manager.create(values)) {
            Ops.assign(array, source);
        }
        array.setRequiresGradient(true);
        return array;
    }

    /** Tells them from a network's parameters, whose names have dots. */
    static boolean isNameOfOne(String parameter) {
        return parameter.contains(SEPARATOR);
    }

    boolean isEmpty() {
        return byLoss.isEmpty();
    }

    /** Those of one loss by their own names. */
    Map<String, NDArray> of(String loss) {
        return byLoss.getOrDefault(loss, Map.of());
    }

    /** All of them by {@code LOSS/PARAMETER}, always in the same order. */
    Map<String, NDArray> all() {
        Map<String, NDArray> all = new LinkedHashMap<>();
        byLoss.forEach((loss, own) -> own.forEach((name, array) -> all.put(loss + SEPARATOR + name, array)));
        return all;
    }

    /** Lets what a step computes from them live and end with the step. */
    void attach(NDManager step) {
        byLoss.values().forEach(own -> own.values().forEach(array -> array.tempAttach(step)));
    }

    /** A copy of the values. */
    Weights values() {
        Map<String, WeightTensor> tensors = new LinkedHashMap<>();
        all().forEach((name, array) ->
                tensors.put(name, new WeightTensor(List.of((int) array.size()), array.toFloatArray())));
        return new Weights("auxiliary parameters", tensors, Map.of());
    }

    /** @throws UserException if the values are of other losses */
    void restore(Weights values) {
        if (!values.tensors().keySet().equals(all().keySet())) {
            throw new UserException(
                    "The losses' parameters in " + values.source() + " are of other losses",
                    "Restore the run folder from a copy, or start a new run");
        }
        all().forEach((name, array) -> {
            try (NDArray source = array.getManager().create(values.tensor(name).values())) {
                Ops.assign(array, source);
            }
        });
    }
}
