package dev.fathom.ui.experiment;

import dev.fathom.run.Workspace;
import dev.fathom.ui.base.CurrentThreadTaskExecutor;
import dev.fathom.ui.base.Notices;
import dev.fathom.ui.base.TaskExecutor;
import dev.fathom.ui.desk.Desk;
import dev.fathom.ui.desk.Destination;
import dev.fathom.ui.desk.Navigation;
import dev.fathom.ui.desk.PageId;
import dev.fathom.ui.desk.Settings;
import dev.fathom.ui.job.FakeWorkers;
import dev.fathom.ui.job.JobList;
import dev.fathom.ui.job.RunQueue;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** A desk without a window. */
final class ExperimentDesk implements Navigation {
    final FakeWorkers workers = new FakeWorkers();
    final Notices notices = new Notices();
    final List<Destination> visited = new ArrayList<>();
    final JobList jobs = new JobList(workers, notices);
    final Desk desk;

    ExperimentDesk(Path root) {
        this(root, new CurrentThreadTaskExecutor());
    }

    ExperimentDesk(Path root, TaskExecutor executor) {
        Workspace workspace = new Workspace(root);
        RunQueue queue = new RunQueue(workspace, jobs, executor, notices);
        Settings settings = Settings.load(root.resolve("window.json"));
        desk = new Desk(workspace, executor, jobs, queue, notices, null, settings, this, null, null);
    }

    @Override
    public void go(Destination destination) {
        visited.add(destination);
    }

    @Override
    public boolean has(PageId page) {
        return true;
    }
}
