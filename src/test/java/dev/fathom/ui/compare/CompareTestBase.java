package dev.fathom.ui.compare;

import dev.fathom.run.RunState;
import dev.fathom.run.Workspace;
import dev.fathom.ui.RunFixture;
import dev.fathom.ui.base.CurrentThreadTaskExecutor;
import dev.fathom.ui.base.Notices;
import dev.fathom.ui.image.Raster;
import dev.fathom.ui.job.FakeWorkers;
import dev.fathom.ui.job.JobList;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** The page of comparison over a workspace that each test fills. */
abstract class CompareTestBase {
    static final List<String> IDS = List.of("a", "b");

    @TempDir
    Path root;

    final Notices notices = new Notices();
    final FakeWorkers workers = new FakeWorkers();
    final JobList jobs = new JobList(workers, notices);
    Workspace workspace;
    CompareViewModel model;

    @BeforeEach
    void open() {
        workspace = new Workspace(root);
        model = new CompareViewModel(workspace, jobs, new CurrentThreadTaskExecutor(), notices);
    }

    RunFixture run(String name, String teacher, int minute, Integer... epochs) throws IOException {
        return RunFixture.create(workspace, name, 40, teacher, minute)
                .samples(48, 36, IDS, List.of(epochs))
                .state(RunState.RUNNING);
    }

    RunChoice choice(RunFixture run) {
        return new RunChoice(run.folder(), run.folder().info().name());
    }

    PaneViewModel pane(Picture picture) {
        return model.panes().all().stream()
                .filter(pane -> pane.pictureProperty().get() == picture)
                .findFirst()
                .orElseGet(() -> {
                    model.panes().all().get(5).pictureProperty().set(picture);
                    return model.panes().all().get(5);
                });
    }

    Found<Raster> shown(Picture picture) {
        return pane(picture).contentProperty().get();
    }
}
