package dev.fathom.run;

import dev.fathom.core.AtomicFiles;
import dev.fathom.core.FileNames;
import dev.fathom.core.UserException;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.function.UnaryOperator;

/** A run on disk. Every file is an open format; nothing about a run is stored anywhere else. */
public final class RunFolder {
    private static final DateTimeFormatter STAMP = DateTimeFormatter.ofPattern("yyyy-MM-dd_HHmm", Locale.ROOT);

    private static final ReadOnce<RunInfo> INFOS = new ReadOnce<>(file -> Json.readFile(file, RunInfo.class));

    private final Path path;

    private RunFolder(Path path) {
        this.path = path;
    }

    /**
     * Makes {@code runs/2026-11-20_2319_name} (with a counter where two runs would collide), holding the configuration
     * and a queued {@code run.json}.
     *
     * @param parent id of the run that this one comes from, or null
     */
    public static RunFolder create(Path runs, RunConfig config, String parent, Clock clock) {
        String stamp =
                LocalDateTime.ofInstant(clock.instant(), ZoneId.systemDefault()).format(STAMP);
        String wanted = stamp + "_" + slug(config.name());
        try {
            Files.createDirectories(runs);
            Path path = unique(runs, wanted);
            RunFolder folder = new RunFolder(path);
            AtomicFiles.writeString(folder.config(), config.toYaml());
            Json.writeFile(
                    folder.infoFile(),
                    RunInfo.queued(path.getFileName().toString(), config.name(), config.tags(), parent));
            return folder;
        } catch (InvalidPathException e) {
            throw FileNames.refused(e);
        } catch (AccessDeniedException e) {
            throw new UserException("Cannot write into " + runs, "Choose a workspace that you may write to", e);
        } catch (IOException e) {
            throw new UserException(
                    "Cannot make a run folder in " + runs + ": " + e.getMessage(),
                    "Check that the disk has space and that you may write there",
                    e);
        }
    }

    private static Path unique(Path runs, String wanted) throws IOException {
        for (int i = 1; ; i++) {
            Path candidate = runs.resolve(i == 1 ? wanted : wanted + "-" + i);
            try {
                return Files.createDirectory(candidate);
            } catch (FileAlreadyExistsException e) {
                continue;
            }
        }
    }

    private static String slug(String name) {
        String slug = name.strip().replaceAll("[^\\p{L}\\p{N}._-]+", "-").replaceAll("^[-.]+|-+$", "");
        return slug.isEmpty() ? "run" : slug.substring(0, Math.min(60, slug.length()));
    }

    /** @throws UserException if there is no run in this folder */
    public static RunFolder open(Path path) {
        RunFolder folder = new RunFolder(path.toAbsolutePath().normalize());
        if (!Files.isRegularFile(folder.infoFile())) {
            throw new UserException(
                    path + " is not a run folder: it has no run.json", "Name a folder that \"fathom runs\" lists");
        }
        return folder;
    }

    /** The folder itself. */
    public Path path() {
        return path;
    }

    /** Name of the folder, by which commands find the run in its workspace. */
    public String id() {
        return path.getFileName().toString();
    }

    /** Everything resolved: training it again gives the same run. */
    public Path config() {
        return path.resolve("config.yaml");
    }

    private Path infoFile() {
        return path.resolve("run.json");
    }

    /** Where the run comes from: versions, machine, seed, command, checksums. */
    public Path provenance() {
        return path.resolve("provenance.json");
    }

    /** The live stream, one JSON object a line; the last line may be torn. */
    public Path events() {
        return path.resolve("events.jsonl");
    }

    /** One row per epoch. */
    public Path metrics() {
        return path.resolve("metrics.csv");
    }

    /** Holds the last and the best weights and what resuming needs; see {@link Checkpoints}. */
    public Path checkpoints() {
        return path.resolve("checkpoints");
    }

    /** Holds {@code epoch_012} folders and the preview images with their ground truth. */
    public Path samples() {
        return path.resolve("samples");
    }

    /** Holds the scores of {@code fathom evaluate}. */
    public Path evaluation() {
        return path.resolve("eval");
    }

    /** Holds TFLite files and their reports. */
    public Path export() {
        return path.resolve("export");
    }

    /** Holds a JSON file a measurement. */
    public Path latency() {
        return path.resolve("latency");
    }

    /** The run's log, for people. */
    public Path log() {
        return path.resolve("log.txt");
    }

    /** The configuration, whole. */
    public RunConfig readConfig() {
        return RunConfig.read(config());
    }

    /** {@code run.json} as last written; cheap as long as it does not change. */
    public RunInfo info() {
        return INFOS.of(infoFile());
    }

    /** The state, told {@code interrupted} if the run says running and its process is gone. */
    public RunState state() {
        return state(info());
    }

    /** As {@link #state()}, for info that was already read. */
    public static RunState state(RunInfo info) {
        boolean gone = info.state() == RunState.RUNNING
                && (info.process() == null || !info.process().isAlive());
        return gone ? RunState.INTERRUPTED : info.state();
    }

    /**
     * Rewrites {@code run.json} atomically, after whoever else is about to. A final state is kept whatever {@code change}
     * says.
     */
    public void update(UnaryOperator<RunInfo> change) throws IOException {
        OneAtATime.make(path.resolve("run.json.lock"), () -> {
            RunInfo before = Json.readFile(infoFile(), RunInfo.class);
            RunInfo after = change.apply(before);
            if (before.state().isFinal() && after.state() != before.state()) {
                throw new IllegalStateException(id() + " is " + before.state().text() + " and stays so");
            }
            Json.writeFile(infoFile(), after);
        });
    }

    private Path stopFile() {
        return path.resolve("stop.request");
    }

    /** Asks whoever trains this run, in whatever process, to save and stop after the current step. */
    public void requestStop() throws IOException {
        AtomicFiles.writeString(stopFile(), "stop\n");
    }

    /** True if a stop was asked for; cheap enough for once a step. */
    public boolean stopRequested() {
        return Files.exists(stopFile());
    }

    /** Forgets a stop request, when a run starts or has stopped. */
    public void clearStopRequest() throws IOException {
        Files.deleteIfExists(stopFile());
    }

    /** Two of the same path are the same run. */
    @Override
    public boolean equals(Object other) {
        return other instanceof RunFolder folder && folder.path.equals(path);
    }

    @Override
    public int hashCode() {
        return path.hashCode();
    }

    @Override
    public String toString() {
        return path.toString();
    }
}
