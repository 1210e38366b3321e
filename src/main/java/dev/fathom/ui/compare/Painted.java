package dev.fathom.ui.compare;

import dev.fathom.core.ColorMap;
import dev.fathom.core.DepthMap;
import dev.fathom.ui.image.Colouring;
import dev.fathom.ui.image.DepthRange;
import dev.fathom.ui.image.Raster;
import java.util.EnumMap;
import java.util.Map;

/**
 * A comparison in colours.
 *
 * @param range metres that the depth colours span
 * @param greatestError metres at the end of the error colours
 */
record Painted(
        Choice choice,
        Comparison comparison,
        DepthRange range,
        double greatestError,
        Map<Pane, Found<Raster>> rasters) {
    /** Colours of the error, another map than that of depth. */
    static final String ERROR_MAP = "magma";

    private static final double ERROR_SHARE = 0.25;

    /** Decodes and colours what was chosen. */
    static Painted of(Choice choice, DecodedFiles files) {
        Comparison comparison = load(choice, files);
        DepthRange range = choice.range() == null ? autoRange(comparison) : choice.range();
        double most =
                choice.greatestError() == null ? ERROR_SHARE * (range.far() - range.near()) : choice.greatestError();
        ColorMap map = ColorMap.named(choice.colourMap());
        Map<Pane, Found<Raster>> rasters = new EnumMap<>(Pane.class);
        rasters.put(Pane.RGB, comparison.rgb().map(Colouring::picture));
        rasters.put(Pane.TRUTH, comparison.truth().map(depth -> Colouring.depth(depth, map, range)));
        rasters.put(Pane.STUDENT, comparison.student().map(depth -> Colouring.depth(depth, map, range)));
        rasters.put(Pane.TEACHER, comparison.teacher().map(depth -> Colouring.depth(depth, map, range)));
        rasters.put(Pane.ERROR, error(comparison, most));
        rasters.put(Pane.MASK, comparison.truth().map(Colouring::mask));
        return new Painted(choice, comparison, range, most, rasters);
    }

    private static Comparison load(Choice choice, DecodedFiles files) {
        ComparedRun run = choice.run();
        String id = choice.id();
        return new Comparison(
                files.rgb(run.samples().rgb(id), "The picture is missing"),
                files.depth(run.samples().depth(id), "This image has no ground truth"),
                files.depth(
                        run.samples().prediction(choice.epoch(), id),
                        "There is no prediction of this image at epoch " + choice.epoch()),
                run.teacher().isThere()
                        ? files.depth(
                                run.teacher().value().prediction(run.teacherEpoch(), id),
                                "The teacher has not predicted this image")
                        : Found.missing(run.teacher().reason()));
    }

    private static DepthRange autoRange(Comparison comparison) {
        if (comparison.truth().isThere()) {
            return DepthRange.of(comparison.truth().value());
        }
        return comparison.student().isThere()
                ? DepthRange.of(comparison.student().value())
                : new DepthRange(0, 10);
    }

    private static Found<Raster> error(Comparison comparison, double most) {
        if (!comparison.truth().isThere()) {
            return Found.missing(comparison.truth().reason());
        }
        DepthMap truth = comparison.truth().value();
        return comparison
                .student()
                .map(depth -> Colouring.absoluteError(
                        depth.resizeNearest(truth.width(), truth.height()), truth, ColorMap.named(ERROR_MAP), most));
    }
}
