package dev.fathom.study;

import com.fasterxml.jackson.databind.JsonNode;
import dev.fathom.core.AtomicFiles;
import dev.fathom.run.FileLock;
import dev.fathom.run.Json;
import dev.fathom.run.RunConfig;
import dev.fathom.run.RunFolder;
import dev.fathom.run.Workspace;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * A study on disk: {@code studies/NAME} of a workspace with the state and the tables, and its runs among the workspace's
 * other runs. A run belongs to a planned training if it has the same configuration, so an edited study keeps what has not
 * changed.
 */
public final class StudyFolder {
    private final Workspace workspace;
    private final Path path;
    private final StudyState state;
    private final Map<Map<String, Object>, RunFolder> runs = new LinkedHashMap<>();

    private StudyFolder(Workspace workspace, Path path, StudyState state) {
        this.workspace = workspace;
        this.path = path;
        this.state = state;
    }

    /** What earlier starts have left, or a new study; nothing is written yet. */
    public static StudyFolder open(Workspace workspace, StudyFile study) {
        Path path = workspace.root().resolve("studies").resolve(study.name());
        Path file = path.resolve("study.json");
        StudyState state = Files.exists(file) ? Json.readFile(file, StudyState.class) : StudyState.fresh();
        StudyFolder folder = new StudyFolder(workspace, path, state);
        for (String id : state.runs()) {
            Path run = workspace.runs().resolve(id);
            if (Files.exists(run.resolve("run.json"))) {
                folder.know(RunFolder.open(run));
            }
        }
        return folder;
    }

    private void know(RunFolder run) {
        runs.put(identity(run.readConfig()), run);
    }

    private static Map<String, Object> identity(RunConfig config) {
        return PlannedRun.identity(Json.yamlTree(config.toYaml()));
    }

    public Path path() {
        return path;
    }

    /** The right to carry this study out. */
    public FileLock lock() throws IOException {
        return FileLock.acquire(
                path.resolve("study.lock"),
                "The study in " + path + " is already running",
                "Wait until it has ended, or choose another workspace with --out DIR");
    }

    /** The run with this configuration, if it was made before. */
    Optional<RunFolder> find(RunConfig config) {
        return Optional.ofNullable(runs.get(identity(config)));
    }

    RunFolder create(RunConfig config) throws IOException {
        RunFolder run = RunFolder.create(workspace.runs(), config, null, Clock.systemUTC());
        know(run);
        state.runs().add(run.id());
        save();
        return run;
    }

    /** What {@code verb} reported of a run, or null. */
    JsonNode result(String verb, RunFolder run) {
        return state.results().get(verb + "/" + run.id());
    }

    void result(String verb, RunFolder run, JsonNode report) throws IOException {
        state.results().put(verb + "/" + run.id(), report);
        save();
    }

    /** Why the last attempts at work on a run did not succeed, the first kind of work first; empty if all did. */
    String problems(RunFolder run, List<String> verbs) {
        return verbs.stream()
                .map(verb -> state.problems().get(verb + "/" + run.id()))
                .filter(Objects::nonNull)
                .collect(Collectors.joining("; "));
    }

    /** @param why null when there is no problem any more */
    void problem(String verb, RunFolder run, String why) throws IOException {
        if (why == null) {
            state.problems().remove(verb + "/" + run.id());
        } else {
            state.problems().put(verb + "/" + run.id(), why);
        }
        save();
    }

    private void save() throws IOException {
        Json.writeFile(path.resolve("study.json"), state);
    }

    void writeText(String name, String text) throws IOException {
        AtomicFiles.writeString(path.resolve(name), text);
    }
}
