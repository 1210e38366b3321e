package dev.fathom.ui.runs;

import dev.fathom.run.RunState;
import dev.fathom.run.Workspace;
import dev.fathom.ui.RunFixture;
import dev.fathom.ui.base.Notices;
import dev.fathom.ui.desk.TestDesk;
import dev.fathom.ui.job.FakeWorkers;
import dev.fathom.ui.job.JobList;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** The page of runs over a workspace that each test fills. */
abstract class RunsTestBase {
    @TempDir
    Path root;

    TestDesk desk;
    FakeWorkers workers;
    Notices notices;
    JobList jobs;
    Workspace workspace;
    RunsViewModel model;

    @BeforeEach
    void open() {
        desk = new TestDesk(root);
        workers = desk.workers();
        notices = desk.desk().notices();
        jobs = desk.desk().jobs();
        workspace = desk.desk().workspace();
        model = new RunsViewModel(desk.desk());
    }

    RunItem choose(String name) {
        RunItem item = model.list().items().stream()
                .filter(i -> i.summary().name().equals(name))
                .findFirst()
                .orElseThrow();
        model.list().choose(item);
        return item;
    }

    List<String> shown() {
        return model.list().shown().stream().map(item -> item.summary().name()).toList();
    }

    void threeRuns() throws IOException {
        RunFixture.create(workspace, "teacher", 10, null, 0).events(10).best(10).state(RunState.FINISHED);
        RunFixture.create(workspace, "student", 10, null, 1).events(5).best(5).state(RunState.STOPPED);
        RunFixture.create(workspace, "Zero", 10, null, 2);
        model.refresh();
    }
}
