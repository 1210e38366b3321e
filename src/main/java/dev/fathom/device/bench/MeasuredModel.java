package dev.fathom.device.bench;

import dev.fathom.core.Sha256;
import dev.fathom.core.UserException;
import dev.fathom.run.ExportFormat;
import dev.fathom.run.ExportReport;
import dev.fathom.run.Json;
import dev.fathom.run.RunFolder;
import dev.fathom.run.Workspace;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A model to measure.
 *
 * @param run whose export it is, if it is one
 * @param export what the export said of it, if there is a report beside it
 */
public record MeasuredModel(Path file, Optional<RunFolder> run, Optional<ExportReport> export) {
    private static final String ENDING = ".tflite";
    private static final String REPORT_ENDING = ".json";

    /**
     * A file, or the exported files of a run.
     *
     * @param reference path of a {@code .tflite} file; or folder, id or name of a run
     * @param formats of a run's files; empty for all that were exported
     * @throws UserException if there is none, or it is not the file that was exported
     */
    public static List<MeasuredModel> find(String reference, Workspace workspace, List<ExportFormat> formats)
            throws IOException {
        if (reference.toLowerCase(Locale.ROOT).endsWith(ENDING) || Files.isRegularFile(Path.of(reference))) {
            return List.of(ofFile(Path.of(reference).toAbsolutePath().normalize()));
        }
        return ofRun(workspace.find(reference), reference, formats);
    }

    private static MeasuredModel ofFile(Path file) {
        requireFile(file, "Check the path");
        Path folder = file.getParent().getParent();
        boolean exported = folder != null && Files.isRegularFile(folder.resolve("run.json"));
        Path report = file.resolveSibling(
                file.getFileName().toString().replaceFirst("(?i)\\" + ENDING + "$", "") + REPORT_ENDING);
        return checked(new MeasuredModel(
                file,
                exported ? Optional.of(RunFolder.open(folder)) : Optional.empty(),
                exported && Files.isRegularFile(report)
                        ? Optional.of(Json.readFile(report, ExportReport.class))
                        : Optional.empty()));
    }

    /** Its exports by the reports beside them, in the order of the formats. */
    private static List<MeasuredModel> ofRun(RunFolder run, String reference, List<ExportFormat> formats)
            throws IOException {
        List<MeasuredModel> found = new ArrayList<>();
        for (Path file : reports(run)) {
            ExportReport report = Json.readFile(file, ExportReport.class);
            if (formats.isEmpty() || formats.contains(report.format())) {
                Path model = file.resolveSibling(report.file());
                requireFile(model, "Export the run again: fathom export " + reference);
                found.add(checked(new MeasuredModel(model, Optional.of(run), Optional.of(report))));
            }
        }
        for (ExportFormat format : formats) {
            if (found.stream().noneMatch(model -> model.export().orElseThrow().format() == format)) {
                throw new UserException(
                        run.id() + " has no exported file of the format " + format.text(),
                        "Export it first: fathom export " + reference + " --format " + format.text());
            }
        }
        if (found.isEmpty()) {
            throw new UserException(
                    run.id() + " has no exported file", "Export the run first: fathom export " + reference);
        }
        found.sort(Comparator.comparing(model -> model.export().orElseThrow().format()));
        return found;
    }

    private static List<Path> reports(RunFolder run) throws IOException {
        if (!Files.isDirectory(run.export())) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(run.export())) {
            return files.filter(MeasuredModel::isReport).sorted().toList();
        }
    }

    /** {@code NAME_FORMAT.json}; an export folder holds other files, too. */
    private static boolean isReport(Path file) {
        return Arrays.stream(ExportFormat.values())
                .anyMatch(format -> file.toString().endsWith("_" + format.text() + REPORT_ENDING));
    }

    private static void requireFile(Path file, String remedy) {
        if (!Files.isRegularFile(file)) {
            throw new UserException("There is no model " + file, remedy);
        }
    }

    private static MeasuredModel checked(MeasuredModel model) {
        model.requireUnchanged();
        return model;
    }

    /** @throws UserException if the file cannot be read, is no model, or is another than the one that its report is about */
    void requireUnchanged() {
        ModelFile.require(file);
        try {
            if (export.isPresent() && !export.get().sha256().equals(Sha256.of(file))) {
                throw new UserException(
                        file
                                + " is not the file that was exported: its SHA-256 is another than in the report beside it",
                        "Export the run again, or move the file out of the run to measure it by itself");
            }
        } catch (IOException e) {
            throw new UserException("Cannot read " + file + ": " + e.getMessage(), "Check the file's rights", e);
        }
    }
}
