package dev.fathom.run;

import dev.fathom.core.UserException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** A folder with runs in {@code runs/}. Lists are rebuilt by reading; there is no index to go stale. */
public record Workspace(Path root) {

    /** {@code $FATHOM_WORKSPACE}, else {@code ~/fathom}. */
    public static Workspace standard() {
        String chosen = System.getenv("FATHOM_WORKSPACE");
        return chosen == null || chosen.isBlank() ? ofUser() : new Workspace(Path.of(chosen));
    }

    /** {@code ~/fathom}. */
    public static Workspace ofUser() {
        return new Workspace(Path.of(System.getProperty("user.home"), "fathom"));
    }

    public Path runs() {
        return root.resolve("runs");
    }

    /** A run with what its {@code run.json} says, or the reason why that cannot be read. */
    public record Entry(RunFolder folder, RunInfo info, RunState state, String problem) {}

    /** All runs, newest first; a folder that cannot be read is listed with its problem and does not hide the others. */
    public List<Entry> list() throws IOException {
        List<Entry> entries = new ArrayList<>();
        for (Path folder : folders()) {
            entries.add(entry(RunFolder.open(folder)));
        }
        return entries;
    }

    /** The folders of all runs, newest first. */
    public List<Path> folders() throws IOException {
        try (Stream<Path> children = Files.list(runs())) {
            return children.filter(folder -> Files.exists(folder.resolve("run.json")))
                    .sorted(Comparator.comparing(Path::getFileName).reversed())
                    .toList();
        } catch (NoSuchFileException e) {
            return List.of();
        }
    }

    private static Entry entry(RunFolder folder) {
        try {
            RunInfo info = folder.info();
            return new Entry(folder, info, RunFolder.state(info), null);
        } catch (UserException e) {
            return new Entry(folder, null, null, e.sentence());
        }
    }

    /**
     * Finds a run by path, by id or by name.
     *
     * @throws UserException if none or several fit
     */
    public RunFolder find(String reference) throws IOException {
        Path direct = Path.of(reference);
        if (Files.exists(direct.resolve("run.json"))) {
            return RunFolder.open(direct);
        }
        List<RunFolder> found = list().stream()
                .filter(e -> e.folder().id().equals(reference)
                        || e.info() != null && e.info().name().equals(reference))
                .map(Entry::folder)
                .toList();
        if (found.size() == 1) {
            return found.get(0);
        }
        throw new UserException(
                found.isEmpty()
                        ? "There is no run \"" + reference + "\" in " + runs()
                        : found.size() + " runs are called \"" + reference + "\"",
                "Name a run folder, or an id that \"fathom runs\" lists");
    }
}
