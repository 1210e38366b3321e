package dev.fathom.ui;

import dev.fathom.core.UserException;
import dev.fathom.run.ExportFormat;
import dev.fathom.run.LatencyHistory;
import dev.fathom.run.RunFolder;
import dev.fathom.run.RunState;
import dev.fathom.run.Samples;
import dev.fathom.run.Workspace;
import dev.fathom.ui.data.DataPage;
import dev.fathom.ui.data.DataViewModel;
import dev.fathom.ui.desk.Destination;
import dev.fathom.ui.desk.PageId;
import dev.fathom.ui.device.DeviceFixture;
import dev.fathom.ui.device.DevicePage;
import dev.fathom.ui.device.DeviceViewModel;
import dev.fathom.ui.experiment.ExperimentPage;
import dev.fathom.ui.experiment.ExperimentViewModel;
import dev.fathom.ui.export.ExportFixture;
import dev.fathom.ui.export.ExportPage;
import dev.fathom.ui.export.ExportViewModel;
import dev.fathom.ui.job.FakeWorkers;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.stream.Stream;

/** Brings the pages of a window into their states: full, busy, in error. All methods are called on the JavaFX thread. */
final class WindowStates {
    /** The sample streets that come with Fathom. */
    static final Path STREET = Path.of("sample-data", "street").toAbsolutePath();

    /** What a quickstart leaves, shortened. */
    static final String QUICKSTART_TABLE =
            """
            network    si-RMSE  REL    parameters  f32      latency
            teacher    0.225    0.153  11,361,089  45.4 MB  41.2 ms
            student    0.301    0.198  387,953     1.6 MB   9.8 ms
            distilled  0.274    0.181  387,953     1.6 MB   9.8 ms
            """;

    private static final String PRESET = "litedepth2022-stage2-small";
    private static final int DAMAGED_PAIRS = 6;
    private static final List<String> IDS = List.of("street-0001", "street-0002", "street-0003");

    private final Shell shell;
    private final FakeWorkers workers;
    private CountDownLatch over = new CountDownLatch(1);

    WindowStates(Shell shell, FakeWorkers workers) {
        this.shell = shell;
        this.workers = workers;
    }

    /** Runs of every kind, one with exported files of which one is spoilt. */
    static void fill(Workspace empty) throws IOException {
        RunFixture teacher = RunFixture.create(empty, "teacher-resnet18", 20, null, 0)
                .events(20)
                .best(20)
                .samples(96, 72, IDS, List.of(10, 20))
                .state(RunState.FINISHED);
        ExportFixture.weights(teacher.folder());
        ExportFixture.export(teacher.folder(), ExportFormat.F32, 1e-6);
        ExportFixture.export(teacher.folder(), ExportFormat.F16, 1e-4);
        Path spoilt = ExportFixture.export(teacher.folder(), ExportFormat.INT8, 1e-2);
        Files.writeString(spoilt, "other bytes");
        LatencyHistory latency = new LatencyHistory(teacher.folder());
        latency.add(DeviceFixture.report("litedepth_f32.tflite", 1, 121));
        latency.add(DeviceFixture.report("litedepth_f16.tflite", 4, 41));
        RunFixture interrupted =
                RunFixture.create(empty, "first-student", 20, null, 1).events(6).interrupted();
        ExportFixture.weights(interrupted.folder());
        RunFixture.create(empty, "too-fast", 20, null, 2)
                .events(1)
                .failed("The loss term silog is infinite at step 50", "Lower optimizer.learning_rate and start again");
        RunFixture.create(empty, "waits", 20, null, 3);
        RunFixture student = RunFixture.create(
                        empty,
                        "student-distilled-from-teacher",
                        20,
                        teacher.folder().id(),
                        4)
                .events(9)
                .best(9)
                .samples(96, 72, IDS, List.of(5))
                .log("Reading 48 pairs\nThe teacher is frozen\nepoch 1 of 20\n")
                .state(RunState.RUNNING);
        Files.writeString(Samples.of(student.folder()).prediction(5, IDS.get(1)), "no picture");
    }

    void page(PageId page) {
        shell.go(new Destination.Just(page));
    }

    DataViewModel data() {
        return shell.page(PageId.DATA, DataPage.class).model();
    }

    ExperimentViewModel experiment() {
        return shell.page(PageId.EXPERIMENT, ExperimentPage.class).model();
    }

    ExportViewModel export() {
        return shell.page(PageId.EXPORT, ExportPage.class).model();
    }

    DeviceViewModel device() {
        return shell.page(PageId.DEVICE, DevicePage.class).model();
    }

    void dataFull() {
        shell.go(new Destination.DataFolder(STREET));
    }

    void dataBusy() {
        CountDownLatch until = over;
        data().errand()
                .begin(
                        "Checking street",
                        monitor -> {
                            monitor.progress("train/depth/street-0011.png", 11, 30);
                            until.await();
                            return null;
                        },
                        nothing -> {});
    }

    /** Copies some pairs of the sample data into a folder; one depth map is no picture and one is missing. */
    static Path damagedData(Path folder) throws IOException {
        for (String split : List.of("train", "val")) {
            for (String kind : List.of("rgb", "depth")) {
                copySome(
                        STREET.resolve(split).resolve(kind),
                        folder.resolve(split).resolve(kind));
            }
        }
        try (Stream<Path> depths = Files.list(folder.resolve("train/depth")).sorted()) {
            List<Path> files = depths.toList();
            Files.writeString(files.get(0), "no picture");
            Files.delete(files.get(1));
        }
        return folder;
    }

    private static void copySome(Path from, Path to) throws IOException {
        Files.createDirectories(to);
        try (Stream<Path> files = Files.list(from).sorted().limit(DAMAGED_PAIRS)) {
            for (Path file : files.toList()) {
                Files.copy(file, to.resolve(file.getFileName()));
            }
        }
    }

    /** A folder in which nothing is a data set. */
    void dataWrong(Path folder) {
        shell.go(new Destination.DataFolder(folder));
    }

    void experimentFull() {
        page(PageId.EXPERIMENT);
        experiment().loadPreset(PRESET);
        experiment().useData(STREET);
    }

    void experimentBusy() {
        experiment().loadPreset("litedepth2022-stage1-small");
        experiment().useData(STREET);
    }

    void run(RunFolder run) {
        shell.go(new Destination.ShownRun(run));
    }

    void compare(RunFolder run) {
        shell.go(new Destination.ComparedRun(run));
    }

    /** Lays the newest run with these words in its name beside the shown one. */
    void compareWith(String name) {
        shell.compare()
                .secondProperty()
                .set(shell.compare().runs().stream()
                        .filter(run -> run.id().contains(name))
                        .findFirst()
                        .orElseThrow());
    }

    void exported(RunFolder run) {
        shell.go(new Destination.ExportedRun(run));
    }

    void exportBusy() {
        export().export();
        report("Quantising to int8", "street-0002.png", 3, 9);
    }

    void deviceFull() {
        page(PageId.DEVICE);
        device().add("pi@raspberrypi.local");
        DeviceFixture.look(device());
    }

    void deviceMeasured() {
        device().results()
                .setAll(List.of(
                        DeviceFixture.report("litedepth_f32.tflite", 1, 121),
                        DeviceFixture.report("litedepth_f32.tflite", 4, 41),
                        DeviceFixture.report("litedepth_int8.tflite", 4, 37)));
    }

    void deviceBusy() {
        CountDownLatch until = over;
        device().errand()
                .begin(
                        "Measuring on pi@raspberrypi.local",
                        monitor -> {
                            monitor.progress("litedepth_int8.tflite, 4 threads", 3, 6);
                            until.await();
                            return null;
                        },
                        nothing -> {});
    }

    void deviceWrong() {
        device().add("pi@127.0.0.1:1");
        device().test();
    }

    void quickstart() {
        shell.runs().startQuickstart();
        report("Training the teacher", "loss 0.512", 30, 100);
    }

    /** Says the newest worker's progress. */
    void report(String stage, String message, long done, long total) {
        List<FakeWorkers.Fake> all = workers.started();
        all.get(all.size() - 1).report(stage, done, total, message, 95);
    }

    void error() {
        shell.notices()
                .error(new UserException(
                        "The disk that holds the workspace is full, so the run could not be written",
                        "Free some space or choose another workspace, then resume the run",
                        new IOException("No space left on device")));
    }

    /** Lets everything end that goes on. */
    void end() {
        over.countDown();
        over = new CountDownLatch(1);
    }
}
