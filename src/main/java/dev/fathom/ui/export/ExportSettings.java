package dev.fathom.ui.export;

import dev.fathom.core.ImageSize;
import dev.fathom.core.UserException;
import dev.fathom.run.ExportFormat;
import dev.fathom.run.ExportOptions;
import dev.fathom.run.RunFolder;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * What an export is to make, as the page's fields hold it: text that may still be wrong.
 *
 * @param formats to write, each a file
 * @param size of the pictures as {@code HxW}, empty for that of the training
 * @param clamp least and most metres as {@code MIN:MAX}, empty for none
 * @param calibration training pictures that give the scales of int8
 */
public record ExportSettings(
        Set<ExportFormat> formats,
        String size,
        ExportOptions.Input input,
        ExportOptions.Output output,
        ExportOptions.Unit unit,
        String clamp,
        String calibration) {
    /** What {@code fathom export --format all} does. */
    public static final ExportSettings DEFAULT = new ExportSettings(
            Set.of(ExportFormat.values()),
            "",
            ExportOptions.DEFAULT.input(),
            ExportOptions.DEFAULT.output(),
            ExportOptions.DEFAULT.unit(),
            "",
            "100");

    private static final Pattern CLAMP = Pattern.compile("(\\d+(?:\\.\\d+)?):(\\d+(?:\\.\\d+)?)");
    private static final Pattern COUNT = Pattern.compile("[1-9]\\d{0,5}");

    public ExportSettings {
        formats = Set.copyOf(formats);
        size = size.strip();
        clamp = clamp.strip();
        calibration = calibration.strip();
    }

    /** What keeps these settings from being used, as a sentence. */
    public Optional<String> problem() {
        if (formats.isEmpty()) {
            return Optional.of("Choose at least one format");
        }
        if (!size.isEmpty() && !isSize()) {
            return Optional.of("The picture size \"" + size + "\" is not height x width, for example 480x640");
        }
        if (!clamp.isEmpty() && !isClamp()) {
            return Optional.of("The clamp \"" + clamp + "\" is not MIN:MAX in metres, for example 0.1:10");
        }
        if (formats.contains(ExportFormat.INT8) && !COUNT.matcher(calibration).matches()) {
            return Optional.of("int8 needs a number of calibration pictures, at least 1; 100 is usual");
        }
        return Optional.empty();
    }

    private boolean isSize() {
        try {
            ImageSize.parse(size);
            return true;
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    private boolean isClamp() {
        var found = CLAMP.matcher(clamp);
        if (!found.matches()) {
            return false;
        }
        try {
            new ExportOptions.Clamp(Double.parseDouble(found.group(1)), Double.parseDouble(found.group(2)));
            return true;
        } catch (UserException e) {
            return false;
        }
    }

    /** The command line that does it; only what differs from the command's own defaults is named. */
    public List<String> arguments(RunFolder run) {
        List<String> arguments = new ArrayList<>(List.of("export", run.path().toString(), "--format", formatNames()));
        addUnless(arguments, "--size", size, "");
        addUnless(arguments, "--input", input.text(), DEFAULT.input.text());
        addUnless(arguments, "--output", output.text(), DEFAULT.output.text());
        addUnless(arguments, "--unit", unit.text(), DEFAULT.unit.text());
        addUnless(arguments, "--clamp", clamp, "");
        if (formats.contains(ExportFormat.INT8)) {
            addUnless(arguments, "--calibration", calibration, DEFAULT.calibration);
        }
        return List.copyOf(arguments);
    }

    private String formatNames() {
        return formats.size() == ExportFormat.values().length
                ? "all"
                : new TreeSet<>(formats).stream().map(ExportFormat::text).collect(Collectors.joining(","));
    }

    private static void addUnless(List<String> arguments, String option, String value, String ordinary) {
        if (!value.equals(ordinary)) {
            arguments.add(option);
            arguments.add(value);
        }
    }
}
