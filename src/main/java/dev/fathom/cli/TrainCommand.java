package dev.fathom.cli;

import dev.fathom.core.UsageException;
import dev.fathom.core.UserException;
import dev.fathom.jobs.ExitCodes;
import dev.fathom.run.BundledFiles;
import dev.fathom.run.Chain;
import dev.fathom.run.ConfigOverrides;
import dev.fathom.run.Json;
import dev.fathom.run.Needs;
import dev.fathom.run.RunConfig;
import dev.fathom.run.Workspace;
import dev.fathom.training.Preflight;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
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

    @Option(
            names = "--with-needs",
            description = "First train what the configuration needs: the presets of its teacher and stage before.")
    private boolean withNeeds;

    @Option(
            names = "--epochs-of",
            paramLabel = "PRESET=N",
            description = "Epochs of a preset that is trained first, instead of its own. Repeatable.")
    private Map<String, Integer> epochsOf = new LinkedHashMap<>();

    /**
     * Runs that wait to be started, and what the user should know of them.
     *
     * @param run the wanted one
     * @param runs that one and before it those that it needs
     */
    private record Prepared(String run, List<String> runs, List<String> notices) {}

    TrainCommand(Session session) {
        super(session);
    }

    @Override
    public Integer call() throws Exception {
        if (later) {
            Prepared prepared = prepare();
            session().result(Json.tree(prepared), startText(prepared.runs));
            return ExitCodes.SUCCESS;
        }
        return withNeeds ? trainAll(prepare().runs) : super.call();
    }

    private static String startText(List<String> runs) {
        return runs.stream()
                .map(run -> "fathom resume " + run)
                .collect(Collectors.joining(" && ", "Start it with: ", ""));
    }

    private int trainAll(List<String> runs) throws Exception {
        int code = ExitCodes.SUCCESS;
        for (String run : runs) {
            code = code == ExitCodes.SUCCESS ? delegate(List.of("resume", run)) : code;
        }
        return code;
    }

    @Override
    List<String> workerArguments() throws IOException {
        return List.of("resume", prepare().run);
    }

    private Prepared prepare() throws IOException {
        BundledFiles.Text text = BundledFiles.PRESETS.find(config);
        requireUseOfTeacher(text);
        RunConfig resolved = ConfigOverrides.apply(text, changes());
        if (!withNeeds) {
            Needs.requireNone(resolved);
        }
        Chain chain = Chain.to(resolved, epochsOf);
        Path runs = workspace.resolve("runs");
        List<String> notices = check(chain, runs);
        List<String> made = chain.create(runs, Clock.systemUTC()).stream()
                .map(run -> run.path().toString())
                .toList();
        notices.forEach(notice -> session().err().println("Note: " + notice + "."));
        made.forEach(run -> session().err().println("Run folder: " + run));
        return new Prepared(made.get(made.size() - 1), made, notices);
    }

    /** What is wrong with any of them is told before the first has a folder. */
    private static List<String> check(Chain chain, Path runs) throws IOException {
        Set<String> notices = new LinkedHashSet<>();
        for (Chain.Link link : chain.links()) {
            try {
                notices.addAll(Preflight.check(link.config(), runs, chain::planned));
            } catch (UserException e) {
                String where = link.preset() == null ? "" : "In " + link.preset() + ", which is trained first: ";
                throw new UserException(where + e.what(), e.remedy(), e);
            }
        }
        return List.copyOf(notices);
    }

    /** A teacher alone does not say how it teaches. */
    private void requireUseOfTeacher(BundledFiles.Text text) {
        boolean distils = Json.yamlTree(text.yaml(), text.origin()).get("distillation") != null
                || overrides.keySet().stream().anyMatch(key -> key.startsWith("distillation"));
        if (teacher != null && !distils) {
            throw new UsageException(
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
