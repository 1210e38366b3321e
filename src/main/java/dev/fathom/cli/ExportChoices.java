package dev.fathom.cli;

import dev.fathom.core.ImageSize;
import dev.fathom.core.UsageException;
import dev.fathom.export.ExportJob;
import dev.fathom.export.ExportNames;
import dev.fathom.run.ExportFormat;
import dev.fathom.run.ExportOptions;
import dev.fathom.run.ModelConfig;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import picocli.CommandLine.Option;

/** What {@code fathom export} can be asked for. */
final class ExportChoices {
    private static final String ALL = "all";
    private static final int USUAL_PICTURES = 100;

    @Option(
            names = "--format",
            paramLabel = "FORMATS",
            description = "f32, f16, dynamic and int8, separated by commas, or all; default ${DEFAULT-VALUE}.")
    private String formats = ExportFormat.F32.text();

    @Option(
            names = "--size",
            paramLabel = "HxW",
            description = "Size of the pictures that the file takes, default that of the training.")
    private String size;

    @Option(
            names = "--input",
            paramLabel = "TYPE",
            description = "Numbers of the picture: float or uint8 (RGB, 0 to 255), int8 (less 128), or auto:"
                    + " uint8 for the format int8, float for others; default auto.")
    private String input = ExportOptions.DEFAULT.input().text();

    @Option(
            names = "--output",
            paramLabel = "SIZE",
            description = "Size of the depth: full (the picture's) or network (before it is enlarged), default full.")
    private String output = ExportOptions.DEFAULT.output().text();

    @Option(
            names = "--clamp",
            paramLabel = "MIN:MAX",
            description = "Cut the depth to this range, in metres; default no clamp.")
    private String clamp;

    @Option(names = "--unit", paramLabel = "UNIT", description = "Of the depth: m or mm, default m.")
    private String unit = ExportOptions.DEFAULT.unit().text();

    @Option(
            names = "--depth",
            paramLabel = "TYPE",
            description =
                    "Numbers of the depth: float, or for the format int8 also uint8 or int8 with a scale in the unit;"
                            + " default float.")
    private String depth = ExportOptions.DEFAULT.depth().text();

    @Option(
            names = "--calibration",
            paramLabel = "N",
            description = "Training pictures that give the scales of int8, default ${DEFAULT-VALUE}.")
    private int calibration = USUAL_PICTURES;

    /** @throws UsageException if some value cannot be */
    void check() {
        formats().forEach(format -> ExportJob.requirePossible(format, options()));
        calibration();
        if (size != null) {
            ImageSizes.parse(size);
        }
    }

    /** In the order of the formats, each once. */
    List<ExportFormat> formats() {
        if (formats.equalsIgnoreCase(ALL)) {
            return List.of(ExportFormat.values());
        }
        Set<ExportFormat> chosen = new LinkedHashSet<>();
        for (String name : formats.split(",")) {
            chosen.add(oneOf(ExportFormat.class, "format", name.strip()));
        }
        return chosen.stream().sorted().toList();
    }

    ExportOptions options() {
        return new ExportOptions(
                oneOf(ExportOptions.Input.class, "input", input),
                oneOf(ExportOptions.Output.class, "output", output),
                clamp == null ? null : range(clamp),
                oneOf(ExportOptions.Unit.class, "unit", unit),
                oneOf(ExportOptions.Depth.class, "depth", depth));
    }

    /** Of the pictures that the file takes. */
    ImageSize size(ModelConfig model) {
        return size == null ? new ImageSize(model.imageHeight(), model.imageWidth()) : ImageSizes.parse(size);
    }

    /** Of the files in a folder. */
    ExportNames names(Path folder, ModelConfig model) {
        ImageSize trained = new ImageSize(model.imageHeight(), model.imageWidth());
        ImageSize pictures = size(model);
        return new ExportNames(
                folder,
                model.architecture(),
                pictures.equals(trained) ? "" : pictures.toString(),
                options(),
                calibration() == USUAL_PICTURES ? "" : "cal" + calibration());
    }

    /** How many pictures calibrate. */
    int calibration() {
        if (calibration < 1) {
            throw new UsageException(
                    "Scales cannot come from " + calibration + " pictures", "Use at least 1; 100 is usual");
        }
        return calibration;
    }

    private static <E extends Enum<E>> E oneOf(Class<E> type, String what, String text) {
        try {
            return Enum.valueOf(type, text.toUpperCase(Locale.ROOT));
        } catch (IllegalArgumentException e) {
            throw new UsageException(
                    "There is no " + what + " \"" + text + "\"",
                    "Use "
                            + Arrays.stream(type.getEnumConstants())
                                    .map(c -> c.name().toLowerCase(Locale.ROOT))
                                    .collect(Collectors.joining(", ")),
                    e);
        }
    }

    private static ExportOptions.Clamp range(String text) {
        String[] ends = text.split(":", -1);
        try {
            if (ends.length == 2) {
                return new ExportOptions.Clamp(Double.parseDouble(ends[0]), Double.parseDouble(ends[1]));
            }
        } catch (NumberFormatException e) {
            throw notARange(text, e);
        }
        throw notARange(text, null);
    }

    private static UsageException notARange(String text, NumberFormatException cause) {
        return new UsageException(
                "\"" + text + "\" is not a range of depth", "Write for example 0.1:10, in metres", cause);
    }
}
