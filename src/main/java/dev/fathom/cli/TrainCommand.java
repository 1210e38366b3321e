package dev.fathom.cli;

import dev.fathom.core.UserException;
import dev.fathom.jobs.ExitCodes;
import dev.fathom.run.BundledFiles;
import dev.fathom.run.ConfigOverrides;
import dev.fathom.run.Json;
import dev.fathom.run.Needs;
import dev.fathom.run.RunConfig;
import dev.fathom.run.RunFolder;
import dev.fathom.run.Workspace;
import dev.fathom.training.Preflight;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code fathom train CONFIG}: makes a run folder and trains it in a worker. */
@Command(
        name = "train",
        mixinStandardHelpOptions = true,
        description = "Trains a network as a configuration or a preset says.")
final class TrainCommand extends HeavyCommand {
    @Parameters(
            paramLabel = "CONFIG",
            description = "A YAML file or a preset; a run's own config.yaml repeats that run.")
    private String config;

    @Option(names = "--data", paramLabel = "DIR", description = "Data folder, instead of the configuration's.")
    private Path data;

    @Option(names = "--teacher", paramLabel = "RUN", description = "The run to learn from.")
    private String teacher;

    @Option(names = "--from", paramLabel = "RUN", description = "The run whose best weights to start from.")
    private String from;

    @Option(
            names = "--cache",
            paramLabel = "DIR",
            description = "A folder that keeps decoded pairs for the next time, instead of the configuration's.")
    private Path cache;

    @Option(names = "--epochs", paramLabel = "N", description = "Epochs, instead of the configuration's.")
    private Integer epochs;

    @Option(names = "--workspace", paramLabel = "DIR", description = "Default: $FATHOM_WORKSPACE or ~/fathom.")
    private Path workspace = Workspace.standard().root();

    @Option(
            names = "--set",
            paramLabel = "KEY=VALUE",
            description = "Overrides one field, for example --set training.epochs=3. Repeatable.")
    private Map<String, String> overrides = new LinkedHashMap<>();

    @Option(
            names = "--later",
            description = "Check everything and make the run folder, but leave the training to \"fathom resume\".")
    private boolean later;

    /** A run that waits to be started, and what the user should know of it. */
    private record Prepared(String run, List<String> notices) {}

    TrainCommand(Session session) {
        super(session);
    }

    @Override
    public Integer call() throws Exception {
        if (!later) {
            return super.call();
        }
        Prepared prepared = prepare();
        session().result(Json.tree(prepared), "Start it with: fathom resume " + prepared.run);
        return ExitCodes.SUCCESS;
    }

    @Override
    List<String> workerArguments() throws IOException {
        return List.of("resume", prepare().run);
    }

    private Prepared prepare() throws IOException {
        BundledFiles.Text text = BundledFiles.PRESETS.find(config);
        requireUseOfTeacher(text);
        RunConfig resolved = ConfigOverrides.apply(text, changes());
        Needs.requireNone(resolved);
        Path runs = workspace.resolve("runs");
        List<String> notices = Preflight.check(resolved, runs);
        RunFolder run = RunFolder.create(runs, resolved, null, Clock.systemUTC());
        notices.forEach(notice -> session().err().println("Note: " + notice + "."));
        session().err().println("Run folder: " + run.path());
        return new Prepared(run.path().toString(), notices);
    }

    /** A teacher alone does not say how it teaches. */
    private void requireUseOfTeacher(BundledFiles.Text text) {
        boolean distils = Json.yamlTree(text.yaml(), text.origin()).get("distillation") != null
                || overrides.keySet().stream().anyMatch(key -> key.startsWith("distillation"));
        if (teacher != null && !distils) {
            throw new UserException(
                    text.origin() + " does not distil, so it has no use for a teacher",
                    "Leave --teacher out, or say how it teaches, for example --set distillation.strategy=l2");
        }
    }

    private Map<String, Object> changes() throws IOException {
        Map<String, Object> set = new LinkedHashMap<>();
        if (data != null) {
            set.put("data.folder", data.toAbsolutePath().normalize().toString());
        }
        if (teacher != null) {
            set.put("distillation.teacher", runNamed(teacher));
        }
        if (from != null) {
            set.put("model.init_from", runNamed(from));
        }
        if (cache != null) {
            set.put("data.cache", cache.toAbsolutePath().normalize().toString());
        }
        if (epochs != null) {
            set.put("training.epochs", epochs);
        }
        overrides.forEach((key, value) -> set.put(key, Json.yamlValue(value)));
        return set;
    }

    private String runNamed(String reference) throws IOException {
        return new Workspace(workspace).find(reference).path().toString();
    }

    @Override
    int work() {
        throw new IllegalStateException("the worker of a training is started as resume");
    }
}
