package dev.fathom.training;

import ai.djl.ndarray.NDManager;
import dev.fathom.core.ImageSize;
import dev.fathom.core.UserException;
import dev.fathom.engine.GraphBlock;
import dev.fathom.engine.Weights;
import dev.fathom.graph.Graph;
import dev.fathom.network.Architectures;
import dev.fathom.run.Checkpoints;
import dev.fathom.run.ModelConfig;
import dev.fathom.run.RunFolder;
import dev.fathom.run.RunState;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The network of a run, and its weights of the best validation. */
public record TrainedNetwork(Graph graph, Weights weights) {

    /**
     * Reads both from a run folder.
     *
     * @throws UserException if the run has no weights, or they do not fit its network
     */
    public static TrainedNetwork of(RunFolder run) throws IOException {
        Weights weights = Weights.read(Checkpoints.of(run).weights());
        Graph graph = graph(run.readConfig().model());
        weights.match(graph).requireComplete();
        return new TrainedNetwork(graph, weights);
    }

    /** The network that a configuration describes. */
    static Graph graph(ModelConfig model) {
        ImageSize size = new ImageSize(model.imageHeight(), model.imageWidth());
        return Architectures.named(model.architecture()).build(size);
    }

    /** The network with its weights, frozen. */
    GraphBlock frozen(NDManager manager) {
        GraphBlock network = new GraphBlock(graph, manager);
        network.load(weights);
        network.freeze();
        return network;
    }

    /**
     * The run that a configuration names by path, or by the id of a run beside its own.
     *
     * @param runs folder of the configuration's own run and its neighbours
     * @throws UserException if there is none, or it is being trained, so that its weights are not the last word
     */
    static RunFolder named(String reference, Path runs, String field) {
        Path sibling = runs.resolve(reference);
        Path path = Files.exists(sibling.resolve("run.json")) ? sibling : Path.of(reference);
        if (!Files.isDirectory(path)) {
            throw new UserException(
                    field + " names " + reference + ", and there is no such run",
                    "Name a run folder, or the id of a run in " + runs);
        }
        RunFolder run = RunFolder.open(path);
        if (run.state() == RunState.RUNNING) {
            throw new UserException(
                    field + " names " + run.id() + ", which is still being trained",
                    "Wait until it has ended, or stop it");
        }
        return run;
    }
}
