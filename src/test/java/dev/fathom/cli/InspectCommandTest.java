package dev.fathom.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import dev.fathom.core.ImageSize;
import dev.fathom.core.Monitor;
import dev.fathom.export.ExportJob;
import dev.fathom.export.ExportNames;
import dev.fathom.export.Exporter;
import dev.fathom.export.TestModels;
import dev.fathom.export.inspect.ForeignFiles;
import dev.fathom.export.inspect.Mutation;
import dev.fathom.graph.Graph;
import dev.fathom.network.Architectures;
import dev.fathom.run.ExportFormat;
import dev.fathom.run.ExportOptions;
import dev.fathom.run.Json;
import dev.fathom.run.RunConfig;
import dev.fathom.run.RunFolder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The command with real worker processes. */
class InspectCommandTest extends CommandTestBase {
    @TempDir
    private Path folder;

    private int inspect(Path file, String... options) {
        String[] words = Arrays.copyOf(new String[] {"inspect", file.toString()}, 2 + options.length);
        System.arraycopy(options, 0, words, 2, options.length);
        return run(words);
    }

    private Path exported() {
        Graph graph = Architectures.named("litedepth").build(ImageSize.VGA);
        Path file = folder.resolve("litedepth.tflite");
        Exporter.export(graph, TestModels.trainedLike(graph, 1), file);
        return file;
    }

    @Test
    void anExportedFileIsListedForMachines() throws IOException {
        assertEquals(0, inspect(exported(), "--json", "--runs", "3"), errors());
        JsonNode report = json();
        assertEquals(3, report.at("/execution/statistics/runs").asInt());
        assertEquals(0, report.at("/execution/not_delegated").asInt());
        assertEquals(1, report.at("/graphs/0/operators/0/partition").asInt());
    }

    @Test
    void whatIsNoModelGetsASentence() throws IOException {
        Path file = Files.writeString(folder.resolve("notes.tflite"), "this is a shopping list, not a model");
        assertEquals(1, inspect(file));
        assertTrue(errors().contains("is not a TFLite model"), errors());
        assertEquals(1, inspect(folder.resolve("missing.tflite")));
        assertTrue(errors().contains("There is no model"), errors());
    }

    @Test
    void aRunIsItsExportedFiles() throws IOException {
        RunConfig config =
                Json.parseYaml("model: {architecture: litedepth}\ndata: {folder: street}\n", RunConfig.class, "test");
        RunFolder run = RunFolder.create(folder, config, null, Clock.systemUTC());
        Graph graph = Architectures.named("litedepth").build(ImageSize.VGA);
        ExportNames names = new ExportNames(run.export(), "small", ExportOptions.DEFAULT);
        new ExportJob(names, graph, TestModels.trainedLike(graph, 1), new ExportJob.Pictures(List.of(), List.of()))
                .run(List.of(ExportFormat.F32, ExportFormat.F16), Monitor.NONE);
        assertEquals(0, inspect(run.path(), "--no-run", "--json"), errors());
        JsonNode reports = json();
        assertEquals(2, reports.size());
        assertTrue(reports.at("/1/file").asText().endsWith("small_f16.tflite"));
        Files.writeString(names.file(ExportFormat.F16), "another", StandardOpenOption.APPEND);
        assertEquals(1, inspect(run.path(), "--no-run"));
        assertTrue(errors().contains("small_f16.tflite"), errors());
    }

    @Test
    void wrongUseIsTwo() throws IOException {
        assertEquals(2, inspect(folder.resolve("any.tflite"), "--runs", "-1"));
        assertEquals(1, inspect(folder, "--workspace", folder.toString()));
        assertTrue(errors().contains("There is no run"), errors());
    }

    @Test
    void aFileThatNeverEndsIsStoppedAndListedAllTheSame() throws IOException {
        Path file = Files.write(folder.resolve("endless.tflite"), ForeignFiles.endlessLoop());
        assertEquals(1, inspect(file, "--patience", "2"));
        assertTrue(errors().contains("was stopped after 2 s without progress"), errors());
        String listing = text();
        assertTrue(listing.contains("1 WHILE"), listing);
        assertTrue(listing.contains("It was not loaded"), listing);
    }

    @Test
    void aFileThatCrashesTheRuntimeCostsTheWorkerOnly() throws IOException {
        // Found by damaging files at random: the check in plain Java lets it through.
        byte[] bytes = Mutation.of(ForeignFiles.int8(), 2126);
        Path file = Files.write(folder.resolve("hostile.tflite"), bytes);
        assertEquals(1, inspect(file));
        assertTrue(errors().contains("hostile.tflite crashed the runtime: "), errors());
        assertTrue(text().contains("1 HARD_SWISH"), text());
    }
}
