package dev.fathom.ui.export;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.fathom.jobs.WorkerResult;
import dev.fathom.run.ExportFormat;
import dev.fathom.run.RunFolder;
import dev.fathom.run.RunState;
import dev.fathom.run.Workspace;
import dev.fathom.ui.RunFixture;
import dev.fathom.ui.base.CurrentThreadTaskExecutor;
import dev.fathom.ui.base.Notices;
import dev.fathom.ui.job.FakeWorkers;
import dev.fathom.ui.job.JobList;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ExportViewModelTest {
    @TempDir
    Path root;

    private final FakeWorkers workers = new FakeWorkers();
    private Workspace workspace;
    private JobList jobs;
    private ExportViewModel model;

    @BeforeEach
    void open() {
        workspace = new Workspace(root);
        Notices notices = new Notices();
        jobs = new JobList(workers, notices);
        model = new ExportViewModel(workspace, jobs, new CurrentThreadTaskExecutor(), notices);
    }

    private RunFolder run(String name, int minute) throws IOException {
        RunFolder folder = RunFixture.create(workspace, name, 10, null, minute)
                .best(3)
                .state(RunState.FINISHED)
                .folder();
        ExportFixture.weights(folder);
        return folder;
    }

    @Test
    void onlyRunsWithWeightsAreOfferedTheNewestFirst() throws IOException {
        run("old", 0);
        run("new", 1);
        RunFixture.create(workspace, "untrained", 10, null, 2);
        model.refresh();
        assertEquals(
                List.of("new", "old"),
                model.runs().stream().map(ExportableRun::name).toList());
        assertEquals("new", model.runProperty().get().name());
        assertEquals("si-RMSE 0.3667 after epoch 3", model.runProperty().get().best());
        assertEquals("", model.obstacleProperty().get());
    }

    @Test
    void withoutRunsThePageSaysSo() {
        assertEquals("Looking for runs", model.obstacleProperty().get());
        model.refresh();
        assertEquals("No run has weights yet", model.obstacleProperty().get());
        model.export();
        assertTrue(workers.started().isEmpty());
    }

    @Test
    void anExportRunsOnceAndItsFilesAppearWhenItIsDone() throws IOException {
        RunFolder run = run("student", 0);
        model.refresh();
        model.export();
        assertEquals(
                List.of("export", run.path().toString(), "--format", "all"),
                workers.started().get(0).arguments());
        assertEquals("This run is being exported", model.obstacleProperty().get());
        model.export();
        assertEquals(1, workers.started().size());
        ExportFixture.export(run, ExportFormat.INT8, 1e-2);
        ExportFixture.export(run, ExportFormat.F32, 1e-6);
        workers.started().get(0).end(new WorkerResult.Success(null));
        jobs.update();
        assertEquals("", model.obstacleProperty().get());
        assertEquals(
                List.of("litedepth_f32", "litedepth_int8"),
                model.files().stream().map(ExportedFile::name).toList());
        assertEquals(
                List.of(FileColumns.GOOD, FileColumns.BAD),
                model.files().stream().map(FileColumns::check).toList());
        assertEquals("1.0e-06", FileColumns.difference(model.files().get(0).report()));
        assertEquals("2.50 ms", FileColumns.latency(model.files().get(0).report()));
    }

    @Test
    void aFileThatIsNotWhatItsReportDescribesIsMarked() throws IOException {
        RunFolder run = run("student", 0);
        Path changed = ExportFixture.export(run, ExportFormat.F32, 1e-6);
        Path gone = ExportFixture.export(run, ExportFormat.F16, 1e-6);
        ExportFixture.export(run, ExportFormat.INT8, 1e-6);
        Files.writeString(changed, "something else");
        Files.delete(gone);
        Files.writeString(run.export().resolve("nonsense.json"), "{\"made\": ");
        model.refresh();
        assertEquals(4, model.files().size());
        assertTrue(model.files().get(0).problem().contains("has changed"));
        assertTrue(model.files().get(1).problem().contains("is gone"));
        assertNull(model.files().get(2).problem());
        assertNull(model.files().get(3).report());
        assertTrue(model.files().get(3).problem().contains("nonsense.json"));
    }

    @Test
    void aProblemOfTheSettingsKeepsTheExportFromStarting() throws IOException {
        run("student", 0);
        model.refresh();
        ExportSettings d = ExportSettings.DEFAULT;
        model.settingsProperty()
                .set(new ExportSettings(Set.of(), d.size(), d.input(), d.output(), d.unit(), d.clamp(), "100"));
        assertEquals("Choose at least one format", model.obstacleProperty().get());
        model.export();
        assertTrue(workers.started().isEmpty());
    }

    @Test
    void theCommandCanBePastedIntoAShell() throws IOException {
        workspace = new Workspace(root.resolve("it's here"));
        model = new ExportViewModel(workspace, jobs, new CurrentThreadTaskExecutor(), new Notices());
        RunFolder run = run("student", 0);
        model.refresh();
        assertEquals(
                "fathom export '" + run.path().toString().replace("'", "'\\''") + "' --format all", model.command());
    }

    @Test
    void aRunThatAnotherPageSendsIsChosenEvenBeforeTheListIsRead() throws IOException {
        RunFolder old = run("old", 0);
        run("new", 1);
        model.open(old);
        assertEquals("old", model.runProperty().get().name());
    }
}
