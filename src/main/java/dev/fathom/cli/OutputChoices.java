package dev.fathom.cli;

import dev.fathom.core.ColorMap;
import dev.fathom.core.UsageException;
import dev.fathom.prediction.CameraChoice;
import dev.fathom.prediction.DepthRange;
import dev.fathom.prediction.OutputOptions;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Option;

/** How depth files are written. */
final class OutputChoices {
    @Option(
            names = "--scale",
            paramLabel = "N",
            description = "Units per metre in 16-bit PNG files, default ${DEFAULT-VALUE}: millimetres.")
    private double scale = 1000;

    @Option(names = "--colours", paramLabel = "NAME", description = "Colour map, default ${DEFAULT-VALUE}.")
    private String colours = "viridis";

    @Option(
            names = "--range",
            paramLabel = "NEAR,FAR",
            description = "Metres between which the colours run, default those of each picture.")
    private String range;

    @Option(
            names = "--fov",
            paramLabel = "DEGREES",
            description = "Field of view of point clouds from left to right, default ${DEFAULT-VALUE}.")
    private double fieldOfView = CameraChoice.USUAL_FIELD_OF_VIEW;

    @Option(names = "--fx", paramLabel = "PX", description = "Focal length along the width, in place of --fov.")
    private Double focalX;

    @Option(names = "--fy", paramLabel = "PX", description = "Focal length along the height, default that of --fx.")
    private Double focalY;

    @Option(names = "--cx", paramLabel = "PX", description = "Column of the axis, default the middle.")
    private Double centreX;

    @Option(names = "--cy", paramLabel = "PX", description = "Row of the axis, default the middle.")
    private Double centreY;

    OutputOptions options() {
        CameraChoice camera = new CameraChoice(fieldOfView, focalX, focalY, centreX, centreY);
        return new OutputOptions(scale, ColorMap.named(colours), range(), camera);
    }

    private Optional<DepthRange> range() {
        if (range == null) {
            return Optional.empty();
        }
        List<Double> ends = ModelOptions.numbers("--range", range);
        if (ends.size() != 2 || !(ends.get(1) > ends.get(0))) {
            throw new UsageException(
                    "The range " + range + " is not two ascending numbers", "Write for example 0.5,10");
        }
        return Optional.of(new DepthRange(ends.get(0).floatValue(), ends.get(1).floatValue()));
    }
}
