package dev.fathom.training.distillation;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.Shape;
import dev.fathom.training.losses.LossInput;
import dev.fathom.training.losses.Truth;
import dev.fathom.training.losses.TruthGrid;
import java.util.Arrays;

/**
 * Where a feature map lies over valid depth: the truth is brought to the prediction's size as LiteDepth's code does it,
 * then to the nearest pixel. An image without any valid depth, as one without labels, counts as valid everywhere: the
 * teacher has seen it whole.
 */
final class ValidPlaces {
    private ValidPlaces() {}

    /** [N, 1, places] of the features' type: 1 where valid, else 0. */
    static NDArray of(NDArray features, LossInput input) {
        int height = (int) features.getShape().get(2);
        int width = (int) features.getShape().get(3);
        boolean[] valid = of(input, height, width);
        return input.scope()
                .create(valid, new Shape(input.truth().batch(), 1, (long) height * width))
                .toType(features.getDataType(), false);
    }

    private static boolean[] of(LossInput input, int height, int width) {
        Shape depth = input.depth().getShape();
        Truth truth = input.truth();
        TruthGrid grid = TruthGrid.of(truth, (int) depth.get(2), (int) depth.get(3), TruthGrid.Holes.BLEED);
        boolean[] valid = grid.validAt(height, width);
        int places = height * width;
        for (int image = 0; image < truth.batch(); image++) {
            if (!anyValid(truth, image)) {
                Arrays.fill(valid, image * places, (image + 1) * places, true);
            }
        }
        return valid;
    }

    /** Whether an image has a pixel of valid depth. */
    static boolean anyValid(Truth truth, int image) {
        int from = image * truth.pixels();
        for (int i = from; i < from + truth.pixels(); i++) {
            if (truth.mask()[i] != 0) {
                return true;
            }
        }
        return false;
    }
}
