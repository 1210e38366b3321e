package dev.fathom.training;

import dev.fathom.core.UserException;
import dev.fathom.engine.PickledFile;
import dev.fathom.engine.WeightTensor;
import dev.fathom.engine.Weights;
import dev.fathom.engine.WeightsMatch;
import dev.fathom.engine.pretrained.PretrainedFile;
import dev.fathom.graph.Graph;
import dev.fathom.hub.WeightsCache;
import dev.fathom.network.Architecture;
import dev.fathom.network.Architectures;
import dev.fathom.run.Checkpoints;
import dev.fathom.run.ModelConfig;
import dev.fathom.run.RunConfig;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.DoubleSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The weights before the first step: random from the seed, of another run, or from a file, whole or for the encoder. */
final class StartingWeights {
    private static final Logger LOG = LoggerFactory.getLogger(StartingWeights.class);
    private static final String FILE = ".safetensors";
    private static final String INIT_FROM = "model.init_from";

    private StartingWeights() {}

    /**
     * @param runs folder of the run and its neighbours
     * @param typicalDepth of the training data in metres, where a random network begins
     * @param notice told what a file leaves at random values
     * @throws UserException if what {@code init_from} names does not exist or does not fit
     */
    static Weights of(Graph graph, RunConfig config, Path runs, DoubleSupplier typicalDepth, Consumer<String> notice)
            throws IOException {
        String from = config.model().initFrom();
        if (!config.model().pretrained().equals(ModelConfig.NONE)) {
            return pretrained(graph, config, typicalDepth, notice);
        }
        if (from == null) {
            return random(graph, config, typicalDepth);
        }
        requireNotPickled(from);
        if (isFile(from)) {
            return completed(Weights.read(Path.of(from)), graph, random(graph, config, typicalDepth), notice);
        }
        TrainedNetwork trained = TrainedNetwork.of(TrainedNetwork.named(from, runs, INIT_FROM));
        trained.weights().match(graph).requireComplete();
        return trained.weights();
    }

    /**
     * What {@link #of} would refuse, seen without reading a tensor's values.
     *
     * @throws UserException as {@link #of}
     */
    static void require(Graph graph, RunConfig config, Path runs) throws IOException {
        String from = config.model().initFrom();
        if (!config.model().pretrained().equals(ModelConfig.NONE)) {
            open(graph, config).requireUsable();
        } else if (from != null) {
            WeightsMatch match = WeightsMatch.of(file(from, runs), graph);
            if (isFile(from)) {
                requirePart(match);
            } else {
                match.requireComplete();
            }
        }
    }

    /** The file with the weights that {@code init_from} names. */
    static Path file(String from, Path runs) throws IOException {
        requireNotPickled(from);
        return isFile(from)
                ? Path.of(from)
                : Checkpoints.of(TrainedNetwork.named(from, runs, INIT_FROM)).weights();
    }

    private static boolean isFile(String from) {
        return from.toLowerCase(Locale.ROOT).endsWith(FILE);
    }

    private static void requireNotPickled(String from) {
        if (PickledFile.isNamed(from) && Files.isRegularFile(Path.of(from))) {
            throw PickledFile.refusal(Path.of(from));
        }
    }

    private static PretrainedFile open(Graph graph, RunConfig config) throws IOException {
        Architecture architecture = Architectures.named(config.model().architecture());
        return PretrainedFile.open(
                WeightsCache.standard().find(config.model().pretrained()),
                architecture.name(),
                PretrainedFile.encoder(architecture, graph));
    }

    private static Weights random(Graph graph, RunConfig config, DoubleSupplier typicalDepth) {
        return OutputBias.set(Weights.initial(graph, config.seed()), graph, typicalDepth.getAsDouble());
    }

    /** The encoder from a file, as far as it fits, and the rest at random. */
    private static Weights pretrained(
            Graph graph, RunConfig config, DoubleSupplier typicalDepth, Consumer<String> notice) throws IOException {
        String prefix = Architectures.named(config.model().architecture()).encoderPrefix();
        PretrainedFile file = open(graph, config);
        file.requireUsable();
        notice.accept(file.report().sentence());
        file.report().details().forEach(LOG::info);
        Map<String, WeightTensor> all = new LinkedHashMap<>();
        file.read().forEach((name, tensor) -> all.put(prefix + name, tensor));
        // Only what the file lacks is drawn, because a large encoder would take its memory twice.
        Weights rest = Weights.initial(graph, config.seed(), name -> !all.containsKey(name));
        all.putAll(OutputBias.set(rest, graph, typicalDepth.getAsDouble()).tensors());
        return new Weights(config.model().pretrained(), all, Map.of());
    }

    /** A file may hold a part only, such as a pretrained encoder, but nothing of another shape. */
    private static void requirePart(WeightsMatch match) {
        if (match.matched().isEmpty() || !match.misshapen().isEmpty()) {
            match.requireComplete();
        }
    }

    private static Weights completed(Weights file, Graph graph, Weights random, Consumer<String> notice) {
        WeightsMatch match = file.match(graph);
        requirePart(match);
        if (!match.isComplete()) {
            notice.accept(match.matched().size() + " tensors start from " + file.source() + ", the other "
                    + match.missing().size() + " of " + graph.name() + " at random");
        }
        Map<String, WeightTensor> all = new LinkedHashMap<>(random.tensors());
        match.matched().forEach(name -> all.put(name, file.tensor(name)));
        return new Weights(file.source(), all, Map.of());
    }
}
