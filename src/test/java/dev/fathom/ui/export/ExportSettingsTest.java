package dev.fathom.ui.export;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.fathom.run.ExportFormat;
import dev.fathom.run.ExportOptions;
import dev.fathom.run.RunState;
import dev.fathom.run.Workspace;
import dev.fathom.ui.RunFixture;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ExportSettingsTest {
    private static ExportSettings with(Set<ExportFormat> formats, String size, String clamp, String calibration) {
        return new ExportSettings(
                formats,
                size,
                ExportOptions.Input.FLOAT,
                ExportOptions.Output.FULL,
                ExportOptions.Unit.M,
                clamp,
                calibration);
    }

    @Test
    void theDefaultsAreFineAndNameNothingButTheFormats(@TempDir Path root) throws IOException {
        var run = RunFixture.create(new Workspace(root), "a", 2, null, 0)
                .state(RunState.FINISHED)
                .folder();
        assertEquals(Optional.empty(), ExportSettings.DEFAULT.problem());
        assertEquals(
                List.of("export", run.path().toString(), "--format", "all"), ExportSettings.DEFAULT.arguments(run));
    }

    @Test
    void whatDiffersFromTheDefaultsIsNamed(@TempDir Path root) throws IOException {
        var run = RunFixture.create(new Workspace(root), "a", 2, null, 0)
                .state(RunState.FINISHED)
                .folder();
        ExportSettings settings = new ExportSettings(
                Set.of(ExportFormat.INT8, ExportFormat.F32),
                " 240x320 ",
                ExportOptions.Input.UINT8,
                ExportOptions.Output.NETWORK,
                ExportOptions.Unit.MM,
                "0.1:10",
                "32");
        assertEquals(
                List.of(
                        "export",
                        run.path().toString(),
                        "--format",
                        "f32,int8",
                        "--size",
                        "240x320",
                        "--input",
                        "uint8",
                        "--output",
                        "network",
                        "--unit",
                        "mm",
                        "--clamp",
                        "0.1:10",
                        "--calibration",
                        "32"),
                settings.arguments(run));
    }

    @Test
    void withoutAnyFormatThereIsNothingToDo() {
        assertTrue(with(Set.of(), "", "", "100").problem().orElseThrow().contains("at least one format"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"480", "480x", "x640", "0x640", "480 by 640", "-1x5"})
    void aPictureSizeIsHeightByWidth(String size) {
        assertTrue(with(Set.of(ExportFormat.F32), size, "", "")
                .problem()
                .orElseThrow()
                .contains("\"" + size + "\""));
    }

    @ParameterizedTest
    @ValueSource(strings = {"10", "10:0.1", "a:b", "-1:10", "1:1", "0.1:1e400"})
    void aClampIsAnAscendingRange(String clamp) {
        assertTrue(with(Set.of(ExportFormat.F32), "", clamp, "")
                .problem()
                .orElseThrow()
                .contains("\"" + clamp + "\""));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "0", "-3", "many", "1.5"})
    void onlyInt8NeedsCalibrationPictures(String calibration) {
        assertTrue(
                with(Set.of(ExportFormat.INT8), "", "", calibration).problem().isPresent());
        assertEquals(
                Optional.empty(),
                with(Set.of(ExportFormat.F16), "", "", calibration).problem());
    }
}
