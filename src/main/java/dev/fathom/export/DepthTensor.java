package dev.fathom.export;

import dev.fathom.core.DepthMap;
import dev.fathom.core.UserException;
import dev.fathom.export.tflite.TfliteModel;
import dev.fathom.prediction.DepthUnit;
import dev.fathom.run.ExportOptions;
import java.util.List;

/**
 * The output of any file that gives one depth map.
 *
 * @param said whether the file or the user said the unit
 */
record DepthTensor(int height, int width, DepthUnit unit, boolean said) {
    private static final String DEPTH = "depth in ";

    /**
     * The first output of a file.
     *
     * @param dims its shape, which the file itself may leave open
     * @param unit null for what the file says, or metres if it says nothing
     * @throws UserException if it is not one value a pixel
     */
    static DepthTensor of(TfliteModel model, List<Integer> dims, DepthUnit unit) {
        int rank = dims.size();
        boolean last = rank == 4 && dims.get(0) == 1 && dims.get(3) == 1;
        boolean first = rank == 4 && dims.get(0) == 1 && dims.get(1) == 1;
        boolean plane = rank == 2 || rank == 3 && dims.get(0) == 1;
        if (!last && !first && !plane) {
            throw new UserException(
                    model.source() + " gives " + dims + ", not one depth map",
                    "Use a file whose first output is [1, height, width, 1], [1, 1, height, width] or [1, height, width]");
        }
        int row = last ? 1 : rank - 2;
        DepthUnit own = ownUnit(model);
        DepthUnit chosen = unit != null ? unit : own != null ? own : DepthUnit.METRES;
        return new DepthTensor(dims.get(row), dims.get(row + 1), chosen, unit != null || own != null);
    }

    /** What the notes of Fathom's exports say; null for other files. */
    private static DepthUnit ownUnit(TfliteModel model) {
        String output = model.notes().output().orElse("");
        for (ExportOptions.Unit unit : ExportOptions.Unit.values()) {
            if (output.startsWith(DEPTH + unit.plural())) {
                return new DepthUnit(unit.perMetre(), false);
            }
        }
        return null;
    }

    DepthMap metres(float[] output) {
        float[] metres = new float[output.length];
        for (int i = 0; i < output.length; i++) {
            metres[i] = unit.metres(output[i]);
        }
        return DepthMap.ofPositive(width, height, metres);
    }
}
