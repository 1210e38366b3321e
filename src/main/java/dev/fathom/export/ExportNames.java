package dev.fathom.export;

import dev.fathom.run.ExportFormat;
import dev.fathom.run.ExportOptions;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Names of the files of an export: network, what is unlike the defaults, format. So one export never replaces another that
 * was asked for something else.
 *
 * @param folder where they are
 * @param network with which all begin
 * @param size of the pictures, empty for that of the training
 * @param options what the files take and give
 * @param calibration how many pictures give the scales of whole numbers, empty for the usual number
 */
public record ExportNames(Path folder, String network, String size, ExportOptions options, String calibration) {

    /** Names with nothing but options to tell. */
    public ExportNames(Path folder, String network, ExportOptions options) {
        this(folder, network, "", options, "");
    }

    /** The TFLite file of a format. */
    public Path file(ExportFormat format) {
        return folder.resolve(stem(format) + ".tflite");
    }

    /** The report of a format. */
    public Path report(ExportFormat format) {
        return folder.resolve(stem(format) + ".json");
    }

    /** All reports of an export as a page for people. */
    public Path page() {
        List<String> parts =
                parts(options.input().text(), ExportOptions.DEFAULT.input().text());
        addUnlessEmpty(parts, calibration);
        return folder.resolve(String.join("_", parts) + ".html");
    }

    private String stem(ExportFormat format) {
        String usual = ExportOptions.DEFAULT.in(format).input().text();
        List<String> parts = parts(options.in(format).input().text(), usual);
        addUnlessEmpty(parts, format == ExportFormat.INT8 ? calibration : "");
        parts.add(format.text());
        return String.join("_", parts);
    }

    private List<String> parts(String input, String usualInput) {
        List<String> parts = new ArrayList<>(List.of(network));
        addUnlessEmpty(parts, size);
        addUnlessEmpty(parts, input.equals(usualInput) ? "" : input + "-in");
        if (options.output() != ExportOptions.DEFAULT.output()) {
            parts.add(options.output().text());
        }
        if (options.clamp() != null) {
            parts.add(options.clamp().min() + "-" + options.clamp().max() + "m");
        }
        if (options.unit() != ExportOptions.DEFAULT.unit()) {
            parts.add(options.unit().text());
        }
        if (options.depth() != ExportOptions.DEFAULT.depth()) {
            parts.add(options.depth().text() + "-out");
        }
        return parts;
    }

    private static void addUnlessEmpty(List<String> parts, String part) {
        if (!part.isEmpty()) {
            parts.add(part);
        }
    }
}
