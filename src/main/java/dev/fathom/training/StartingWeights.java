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
import dev.fathom.run.ModelConfig;
import dev.fathom.run.RunConfig;
import dev.fathom.run.RunFolder;
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

    private StartingWeights() {}

    /**
     * @param typicalDepth of the training data in metres, where a random network begins
     * @param notice told what a file leaves at random values
     * @throws UserException if what {@code init_from} names does not exist or does not fit
     */
    static Weights of(
            Graph graph, RunConfig config, RunFolder run, DoubleSupplier typicalDepth, Consumer<String> notice)
            throws IOException {
        String from = config.model().initFrom();
        if (!config.model().pretrained().equals(ModelConfig.NONE)) {
            return pretrained(graph, config, typicalDepth, notice);
        }
        if (from == null) {
            return random(graph, config, typicalDepth);
        }
        if (from.toLowerCase(Locale.ROOT).endsWith(FILE)) {
            return completed(Weights.read(Path.of(from)), graph, random(graph, config, typicalDepth), notice);
        }
        if (PickledFile.isNamed(from) && Files.isRegularFile(Path.of(from))) {
            throw PickledFile.refusal(Path.of(from));
        }
        TrainedNetwork trained = TrainedNetwork.of(TrainedNetwork.named(from, run, "model.init_from"));
        trained.weights().match(graph).requireComplete();
        return trained.weights();
    }

    private static Weights random(Graph graph, RunConfig config, DoubleSupplier typicalDepth) {
        return OutputBias.set(Weights.initial(graph, config.seed()), graph, typicalDepth.getAsDouble());
    }

    /** The encoder from a file, as far as it fits, and the rest at random. */
    private static Weights pretrained(
            Graph graph, RunConfig config, DoubleSupplier typicalDepth, Consumer<String> notice) throws IOException {
        Architecture architecture = Architectures.named(config.model().architecture());
        PretrainedFile file = PretrainedFile.open(
                WeightsCache.standard().find(config.model().pretrained()),
                architecture.name(),
                PretrainedFile.encoder(architecture, graph));
        file.requireUsable();
        notice.accept(file.report().sentence());
        file.report().details().forEach(LOG::info);
        Map<String, WeightTensor> all = new LinkedHashMap<>();
        file.read().forEach((name, tensor) -> all.put(architecture.encoderPrefix() + name, tensor));
        // Only what the file lacks is drawn, because a large encoder would take its memory twice.
        Weights rest = Weights.initial(graph, config.seed(), name -> !all.containsKey(name));
        all.putAll(OutputBias.set(rest, graph, typicalDepth.getAsDouble()).tensors());
        return new Weights(config.model().pretrained(), all, Map.of());
    }

    /** A file may hold a part only, such as a pretrained encoder. */
    private static Weights completed(Weights file, Graph graph, Weights random, Consumer<String> notice) {
        WeightsMatch match = file.match(graph);
        if (match.matched().isEmpty() || !match.misshapen().isEmpty()) {
            match.requireComplete();
        }
        if (!match.isComplete()) {
            notice.accept(match.matched().size() + " tensors start from " + file.source() + ", the other "
                    + match.missing().size() + " of " + graph.name() + " at random");
        }
        Map<String, WeightTensor> all = new LinkedHashMap<>(random.tensors());
        match.matched().forEach(name -> all.put(name, file.tensor(name)));
        return new Weights(file.source(), all, Map.of());
    }
}
