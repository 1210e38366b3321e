package dev.fathom.training;

import dev.fathom.core.UserException;
import dev.fathom.engine.WeightTensor;
import dev.fathom.engine.Weights;
import dev.fathom.engine.WeightsMatch;
import dev.fathom.graph.Graph;
import dev.fathom.run.RunConfig;
import dev.fathom.run.RunFolder;
import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.DoubleSupplier;

/** The weights before the first step: random from the seed, of another run, or from a file. */
final class StartingWeights {
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
        if (from == null) {
            return random(graph, config, typicalDepth);
        }
        if (from.toLowerCase(Locale.ROOT).endsWith(FILE)) {
            return completed(Weights.read(Path.of(from)), graph, random(graph, config, typicalDepth), notice);
        }
        TrainedNetwork trained = TrainedNetwork.of(TrainedNetwork.named(from, run, "model.init_from"));
        trained.weights().match(graph).requireComplete();
        return trained.weights();
    }

    private static Weights random(Graph graph, RunConfig config, DoubleSupplier typicalDepth) {
        return OutputBias.set(Weights.initial(graph, config.seed()), graph, typicalDepth.getAsDouble());
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
