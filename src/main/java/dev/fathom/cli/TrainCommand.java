package dev.fathom.cli;

import dev.fathom.core.ImageSize;
import dev.fathom.network.Architectures;
import dev.fathom.run.ModelConfig;
import dev.fathom.run.RunConfig;
import dev.fathom.run.RunFolder;
import dev.fathom.run.Workspace;
import java.nio.file.Path;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code fathom train CONFIG}: makes a run folder and trains it in a worker. */
@Command(name = "train", mixinStandardHelpOptions = true, description = "Trains a network as a configuration says.")
final class TrainCommand extends HeavyCommand {
    @Parameters(paramLabel = "CONFIG", description = "A YAML file; a run's own config.yaml repeats that run.")
    private Path config;

    @Option(names = "--workspace", paramLabel = "DIR", description = "Default: $FATHOM_WORKSPACE or ~/fathom.")
    private Path workspace = Workspace.standard().root();

    @Option(
            names = "--set",
            paramLabel = "KEY=VALUE",
            description = "Overrides one field, for example --set training.epochs=3. Repeatable.")
    private Map<String, String> overrides = new LinkedHashMap<>();

    TrainCommand(Session session) {
        super(session);
    }

    @Override
    List<String> workerArguments() {
        RunConfig resolved = ConfigOverrides.apply(config, overrides);
        ModelConfig model = resolved.model();
        // Refused here, a wrong name leaves no run folder behind.
        Architectures.named(model.architecture()).build(new ImageSize(model.imageHeight(), model.imageWidth()));
        RunFolder run = RunFolder.create(workspace.resolve("runs"), resolved, null, Clock.systemUTC());
        session().err().println("Run folder: " + run.path());
        return List.of("resume", run.path().toString());
    }

    @Override
    int work() {
        throw new IllegalStateException("the worker of a training is started as resume");
    }
}
