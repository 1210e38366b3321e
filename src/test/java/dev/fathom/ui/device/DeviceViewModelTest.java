package dev.fathom.ui.device;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.fathom.core.UserException;
import dev.fathom.device.discovery.FoundMachine;
import dev.fathom.run.ExportFormat;
import dev.fathom.run.LatencyHistory;
import dev.fathom.run.RunFolder;
import dev.fathom.run.RunState;
import dev.fathom.run.Workspace;
import dev.fathom.ui.RunFixture;
import dev.fathom.ui.base.BackgroundTask;
import dev.fathom.ui.base.CurrentThreadTaskExecutor;
import dev.fathom.ui.base.Notices;
import dev.fathom.ui.desk.Settings;
import dev.fathom.ui.export.ExportFixture;
import dev.fathom.ui.plot.Dot;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DeviceViewModelTest {
    @TempDir
    Path root;

    private final FakeBench bench = new FakeBench();
    private final Notices notices = new Notices();
    private final List<BackgroundTask<?>> waiting = new ArrayList<>();
    private Workspace workspace;
    private DeviceViewModel model;

    @BeforeEach
    void open() {
        workspace = new Workspace(root);
        model = fresh();
    }

    private DeviceViewModel fresh() {
        return new DeviceViewModel(
                workspace,
                bench,
                Settings.load(root.resolve("window.json")),
                new CurrentThreadTaskExecutor(),
                waiting::add,
                notices);
    }

    /** Does what has been asked of the background. */
    private void work() {
        List<BackgroundTask<?>> tasks = List.copyOf(waiting);
        waiting.clear();
        tasks.forEach(task -> task.perform().run());
    }

    private RunFolder exported(String name, int minute, ExportFormat... formats) throws IOException {
        RunFolder run = RunFixture.create(workspace, name, 10, null, minute)
                .best(5)
                .state(RunState.FINISHED)
                .folder();
        for (ExportFormat format : formats) {
            ExportFixture.export(run, format, 1e-6);
        }
        return run;
    }

    @Test
    void devicesAreRememberedByAddressAndNothingElse() {
        model.add("pi@raspberrypi.local");
        model.add("pi@raspberrypi.local");
        model.add("other:2222");
        assertEquals("other:2222", model.placeProperty().get().host());
        assertEquals(
                List.of("This computer", "pi@raspberrypi.local", "other:2222"),
                fresh().places().stream().map(Place::title).toList());
        model.remove();
        assertEquals(Place.HERE, model.placeProperty().get());
        assertEquals(
                List.of("This computer", "pi@raspberrypi.local"),
                fresh().places().stream().map(Place::title).toList());
        model.remove();
        assertEquals(2, model.places().size(), "this computer cannot be forgotten");
    }

    @Test
    void whatNamesNoMachineIsRefusedInASentence() {
        assertEquals("", Places.problem("pi@host"));
        assertTrue(Places.problem("pi@host:99999").contains("65535"));
        assertTrue(Places.problem("  ").contains("user@host"));
    }

    @Test
    void testingShowsTheDeviceAndForgetsItWhenAnotherIsChosen() {
        model.add("pi@host");
        model.test();
        assertEquals("Looking at pi@host", model.obstacleProperty().get());
        work();
        assertEquals("Raspberry Pi 4", model.lookProperty().get().probe().board());
        assertFalse(model.errand().busyProperty().get());
        model.placeProperty().set(Place.HERE);
        assertNull(model.lookProperty().get());
    }

    @Test
    void aFailureIsToldAndTheNextTryIsPossible() {
        bench.failure = new UserException("The host does not answer", "Switch it on");
        model.test();
        work();
        assertEquals("The host does not answer", notices.currentProperty().get().what());
        bench.failure = null;
        model.test();
        work();
        assertEquals(2, bench.asked.size());
        assertEquals("This computer", model.lookProperty().get().device());
    }

    @Test
    void exportedFilesAreOfferedAndMeasuredInTurns() throws IOException {
        exported("old", 0, ExportFormat.F32);
        exported("new", 1, ExportFormat.F32, ExportFormat.INT8);
        assertEquals(
                "Export a run, or add a .tflite file", model.obstacleProperty().get());
        model.refresh();
        assertEquals(
                List.of("new litedepth_f32", "new litedepth_int8", "old litedepth_f32"),
                model.models().stream().map(m -> m.run() + " " + m.name()).toList());
        assertEquals("Choose at least one model", model.obstacleProperty().get());
        model.chosen().setAll(model.models().subList(0, 2));
        assertEquals("", model.obstacleProperty().get());
        model.measure();
        work();
        assertEquals(List.of("measure 2 on This computer [1, 2, 4]"), bench.asked);
        assertEquals(6, model.results().size());
        assertEquals(
                "41.00",
                ResultColumns.millis(model.results().get(0).statistics().p50()));
        assertEquals("41.00 ± 1.00", ResultColumns.mean(model.results().get(0)));
    }

    @Test
    void stoppingEndsTheMeasurementWithANoteAndNoResult() throws IOException {
        exported("run", 0, ExportFormat.F32);
        model.refresh();
        model.chosen().setAll(model.models());
        model.measure();
        model.errand().stop();
        assertEquals("Stopping", model.errand().stageProperty().get());
        work();
        assertTrue(model.results().isEmpty());
        assertTrue(notices.currentProperty().get().what().contains("was stopped"));
        assertFalse(model.errand().busyProperty().get());
    }

    @Test
    void machinesThatAnswerBecomePlaces() {
        bench.machines = List.of(
                new FoundMachine("raspberrypi.local", "10.0.0.2", 22), new FoundMachine("box.local", "10.0.0.3", 2222));
        model.find();
        work();
        assertEquals(
                List.of("This computer", "raspberrypi.local", "box.local:2222"),
                model.places().stream().map(Place::title).toList());
        bench.machines = List.of();
        model.find();
        work();
        assertTrue(notices.currentProperty().get().what().startsWith("No machine"));
    }

    @Test
    void aFileFromElsewhereIsChosenAndStays() throws IOException {
        Path file = root.resolve("foreign.tflite");
        model.open(file);
        model.refresh();
        assertEquals(
                List.of(file), model.chosen().stream().map(ModelChoice::file).toList());
        assertEquals(
                List.of(file), model.models().stream().map(ModelChoice::file).toList());
    }

    @Test
    void aRunsFileThatIsOpenedBeforeItIsListedStaysChosenAndStandsThereOnce() throws IOException {
        RunFolder run = exported("student", 0, ExportFormat.F32, ExportFormat.INT8);
        model.refresh();
        List<Path> files = model.models().stream().map(ModelChoice::file).toList();
        model = fresh();
        model.open(files.get(1));
        model.refresh();
        assertEquals(
                List.of(files.get(1), files.get(0)),
                model.models().stream().map(ModelChoice::file).toList());
        assertEquals(List.of(model.models().get(0)), model.chosen());
        assertEquals(run.info().name(), model.chosen().get(0).run());
    }

    @Test
    void theTradeOffHasTheNewestOfEachKindBesideTheLeaderboards() throws IOException {
        RunFolder run = exported("student", 0, ExportFormat.F32);
        LatencyHistory history = new LatencyHistory(run);
        history.add(FakeBench.report("litedepth_f32.tflite", "pi", 4, 50));
        history.add(FakeBench.report("litedepth_f32.tflite", "pi", 1, 90));
        history.add(FakeBench.report("litedepth_f32.tflite", "desk", 1, 3));
        model.refresh();
        assertEquals(3, model.history().size());
        List<RunFolder> clicked = new ArrayList<>();
        List<Dot> pi = TradeOff.dots(model.history(), "pi", clicked::add).stream()
                .filter(dot -> !dot.reference())
                .toList();
        assertEquals(2, pi.size());
        // The run was validated with 0.2 + 0.5 / 5 and never evaluated; the median of 50, 51, 52 is 51.
        assertEquals(0.3, pi.get(0).y(), 1e-12);
        assertTrue(pi.stream().anyMatch(dot -> dot.x() == 51));
        assertEquals(
                List.of(run.id(), run.id()), pi.stream().map(Dot::subject).toList(), "one run, so it is named once");
        assertFalse(TradeOff.explanation(pi).contains("Dashed"), "equal errors: the faster one is best alone");
        assertTrue(TradeOff.explanation(TradeOff.dots(List.of(), null, clicked::add))
                .contains("Dashed"));
        pi.get(0).action().run();
        assertEquals(run.id(), clicked.get(0).id());
        long published = TradeOff.dots(List.of(), null, clicked::add).size();
        assertEquals(19, published, "twelve teams of 2021 and seven of 2022");
    }

    @Test
    void aRunThatIsCancelledBeforeItBeganSaysSo() {
        bench.failure = new CancellationException("Connecting");
        model.test();
        work();
        assertTrue(notices.currentProperty().get().what().contains("was stopped"));
    }
}
