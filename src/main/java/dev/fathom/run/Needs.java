package dev.fathom.run;

import dev.fathom.core.UserException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/** What a training builds on: its teacher and the run it starts from. {@code preset:NAME} stands for a run of that preset. */
public final class Needs {
    private static final String PREFIX = "preset:";
    private static final String WEIGHTS = ".safetensors";

    private Needs() {}

    /** The preset that a reference leaves to be trained; empty if it names a run or a file. */
    public static Optional<String> preset(String reference) {
        return Optional.ofNullable(reference)
                .filter(text -> text.startsWith(PREFIX))
                .map(text -> text.substring(PREFIX.length()));
    }

    /** How a configuration names a run of a preset that is still to be trained. */
    public static String reference(String preset) {
        return PREFIX + preset;
    }

    /** The presets that have to be trained before, the teacher first. */
    public static List<String> presets(RunConfig config) {
        return references(config).flatMap(text -> preset(text).stream()).toList();
    }

    /**
     * The folders of the runs that this one builds on, whether they are there or not.
     *
     * @param runs folder of the run and its neighbours, which may be named by their id
     */
    public static List<Path> runs(RunConfig config, Path runs) {
        return references(config)
                .filter(text -> preset(text).isEmpty() && !text.endsWith(WEIGHTS))
                .map(text -> Files.isDirectory(runs.resolve(text)) ? runs.resolve(text) : Path.of(text))
                .toList();
    }

    private static Stream<String> references(RunConfig config) {
        DistillationConfig taught = config.distillation();
        return Stream.of(
                        taught == null ? null : taught.teacher(), config.model().initFrom())
                .filter(Objects::nonNull);
    }

    /** The same with the runs of presets in the place of the presets. */
    static RunConfig resolved(RunConfig config, Map<String, RunFolder> made) {
        Map<String, String> set = new LinkedHashMap<>();
        preset(config.model().initFrom())
                .ifPresent(name -> set.put(
                        "model.init_from", Json.line(made.get(name).path().toString())));
        if (config.distillation() != null) {
            preset(config.distillation().teacher())
                    .ifPresent(name -> set.put(
                            "distillation.teacher",
                            Json.line(made.get(name).path().toString())));
        }
        return ConfigOverrides.apply(config, set);
    }

    /** @throws UserException naming the command that makes the run that is missing */
    public static void requireNone(RunConfig config) {
        if (config.distillation() != null) {
            require(config, config.distillation().teacher(), "learns from a teacher", "--teacher");
        }
        require(config, config.model().initFrom(), "starts from a run of the stage before", "--from");
    }

    private static void require(RunConfig config, String reference, String why, String option) {
        preset(reference).ifPresent(name -> {
            throw new UserException(
                    config.name() + " " + why,
                    "Train it too with --with-needs, or make it with \"fathom train " + name
                            + " --data DIR\" and name its run with " + option + " RUN");
        });
    }
}
