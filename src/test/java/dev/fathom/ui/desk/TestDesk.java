package dev.fathom.ui.desk;

import dev.fathom.run.Workspace;
import dev.fathom.ui.base.CurrentThreadTaskExecutor;
import dev.fathom.ui.base.Dialogs;
import dev.fathom.ui.base.FilePicker;
import dev.fathom.ui.base.Notice;
import dev.fathom.ui.base.Notices;
import dev.fathom.ui.base.Prompt;
import dev.fathom.ui.base.TaskExecutor;
import dev.fathom.ui.job.FakeWorkers;
import dev.fathom.ui.job.JobList;
import dev.fathom.ui.job.RunQueue;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javafx.scene.Node;

/** A desk for tests of view models: everything runs on the calling thread and every question is kept to be answered. */
public final class TestDesk implements Dialogs, Navigation, FilePicker {
    private final FakeWorkers workers = new FakeWorkers();
    private final List<Prompt> prompts = new ArrayList<>();
    private final List<String> texts = new ArrayList<>();
    private final List<Destination> visited = new ArrayList<>();
    private final List<Path> opened = new ArrayList<>();
    private final Set<PageId> pages = EnumSet.allOf(PageId.class);
    private final Desk desk;
    private Path picked;

    /** @param root folder of the workspace; settings are kept beside it */
    public TestDesk(Path root) {
        this(root, new CurrentThreadTaskExecutor());
    }

    /** As above; {@code executor} does, or leaves, what takes time. */
    public TestDesk(Path root, TaskExecutor executor) {
        Workspace workspace = new Workspace(root);
        Notices notices = new Notices();
        JobList jobs = new JobList(workers, notices);
        RunQueue queue = new RunQueue(workspace, jobs, executor, notices);
        Settings settings = Settings.load(root.resolve("window.json"));
        desk = new Desk(workspace, executor, jobs, queue, notices, this, settings, this, this, opened::add);
    }

    public Desk desk() {
        return desk;
    }

    public FakeWorkers workers() {
        return workers;
    }

    /** Where the user was sent, in order. */
    public List<Destination> visited() {
        return visited;
    }

    /** Folders and files that were opened in the system's file manager. */
    public List<Path> opened() {
        return opened;
    }

    /** Texts shown, in order. */
    public List<String> texts() {
        return texts;
    }

    /** The window has no such page. */
    public void without(PageId page) {
        pages.remove(page);
    }

    /** Answers the last prompt; the text must be allowed. */
    public void answerPrompt(String text) {
        Prompt prompt = prompts.remove(prompts.size() - 1);
        String problem = prompt.problem().apply(text);
        if (!problem.isEmpty()) {
            throw new AssertionError(problem);
        }
        prompt.taken().accept(text);
    }

    /** What the next file dialogs answer; null for cancel. */
    public void pick(Path path) {
        picked = path;
    }

    @Override
    public void prompt(Prompt prompt) {
        prompts.add(prompt);
    }

    @Override
    public void text(String title, String text) {
        texts.add(text);
    }

    @Override
    public void details(Notice notice) {
        texts.add(notice.details());
    }

    @Override
    public void show(Node card) {
        throw new AssertionError("a view model must not show nodes");
    }

    @Override
    public void close() {
        prompts.clear();
    }

    @Override
    public void go(Destination destination) {
        visited.add(destination);
    }

    @Override
    public boolean has(PageId page) {
        return pages.contains(page);
    }

    @Override
    public Optional<Path> folder(String title, Path start) {
        return Optional.ofNullable(picked);
    }

    @Override
    public Optional<Path> open(String title, Path start, String kind, List<String> patterns) {
        return Optional.ofNullable(picked);
    }

    @Override
    public Optional<Path> save(String title, Path start, String name) {
        return Optional.ofNullable(picked);
    }
}
