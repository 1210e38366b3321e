package dev.fathom.training;

import ai.djl.ndarray.NDManager;
import dev.fathom.core.Monitor;
import dev.fathom.data.Batch;
import dev.fathom.data.BatchLoader;
import dev.fathom.data.EpochBatches;
import dev.fathom.data.LoaderOptions;
import dev.fathom.engine.GraphBlock;
import dev.fathom.engine.Torch;
import dev.fathom.engine.Weights;
import dev.fathom.graph.Graph;
import dev.fathom.run.RunConfig;
import dev.fathom.run.Schedule;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CancellationException;

/**
 * How many pairs a second are read, decoded, resized and varied, against how many the training of a network eats. Both
 * use all cores, in turns, so that a busy machine slows both.
 */
public final class DataBench {
    private static final int ROUNDS = 3;
    private static final double NANOS = 1e9;

    private final RunConfig config;
    private final TrainingData data;
    private final double seconds;
    private final Monitor monitor;

    private DataBench(RunConfig config, double seconds, Monitor monitor) {
        this.config = config;
        this.data = TrainingData.open(config, problem -> {});
        this.seconds = seconds;
        this.monitor = monitor;
    }

    /**
     * Medians of the rounds, in pairs a second.
     *
     * @param threads that read and that compute, one kind at a time
     * @param read pairs that come out of the loader, nothing of them kept in memory
     * @param trained pairs that training steps take whose pairs are all in memory
     */
    public record Result(int threads, double read, double trained) {
        /** How many times faster reading is. */
        public double factor() {
            return read / trained;
        }
    }

    /**
     * Measures. Takes some seconds more than 6 times {@code seconds}.
     *
     * @param seconds of each of three rounds of either kind
     * @throws CancellationException if the monitor says so
     */
    public static Result run(RunConfig config, double seconds, Monitor monitor) throws IOException {
        return new DataBench(config, seconds, monitor).run();
    }

    private Result run() throws IOException {
        int threads = Runtime.getRuntime().availableProcessors();
        Torch.start(threads);
        List<Double> read = new ArrayList<>();
        List<Double> trained = new ArrayList<>();
        for (int round = 0; round < ROUNDS; round++) {
            monitor.checkpoint("Reading", 2L * round, 2L * ROUNDS);
            read.add(reading(threads));
            monitor.checkpoint("Training", 2L * round + 1, 2L * ROUNDS);
            trained.add(training());
        }
        monitor.checkpoint("Training", 2L * ROUNDS, 2L * ROUNDS);
        Collections.sort(read);
        Collections.sort(trained);
        return new Result(threads, read.get(ROUNDS / 2), trained.get(ROUNDS / 2));
    }

    private double reading(int threads) {
        LoaderOptions options = data.trainingOptions().withThreads(threads).withCacheBytes(0);
        try (BatchLoader loader = new BatchLoader(data.folder().train(), options, problem -> {})) {
            Clock clock = new Clock();
            for (int epoch = 1; !clock.isOver(); epoch++) {
                try (EpochBatches batches = loader.epoch(epoch, 0)) {
                    while (!clock.isOver() && batches.hasNext()) {
                        Batch batch = batches.next();
                        clock.count(batch.size());
                    }
                }
            }
            return clock.perSecond();
        }
    }

    private double training() throws IOException {
        Graph graph = TrainedNetwork.graph(config.model());
        TotalLoss loss = new TotalLoss(LossTerms.of(config.losses()), Reweighting.of(config));
        try (NDManager manager = Torch.newManager();
                GraphBlock network = new GraphBlock(graph, manager);
                BatchLoader loader = data.training(0);
                Adam adam = new Adam(manager, network.trainableParameters(), config.optimizer())) {
            network.load(Weights.initial(graph, config.seed()));
            TrainingState state =
                    new TrainingState(network, AuxiliaryParameters.of(loss, manager), adam, config.seed());
            TrainingPlan plan = new TrainingPlan(
                    config.training(),
                    loss,
                    List.of(),
                    Optional.empty(),
                    data.camera(),
                    loader,
                    Optional.empty(),
                    Schedule.of(config, loader.batchesPerEpoch()));
            Clock clock = new Clock();
            TrainingListener counting = new TrainingListener() {
                @Override
                public void onStep(StepReport report) {
                    clock.count(report.losses().images());
                }
            };
            new TrainingLoop(plan, state, List.of(counting), clock::isOver, manager).run();
            return clock.perSecond();
        }
    }

    /** Counts after the first part of the time, in which code is compiled and memory filled. */
    private final class Clock {
        private static final double WARM_UP = 0.4;

        private final long start = System.nanoTime();
        private long countedFrom;
        private long last;
        private long pairs;

        void count(int more) {
            last = System.nanoTime();
            if (countedFrom != 0) {
                pairs += more;
            } else if (last - start > WARM_UP * seconds * NANOS) {
                countedFrom = last;
            }
        }

        boolean isOver() {
            if (monitor.isCancelled()) {
                throw new CancellationException("bench");
            }
            return System.nanoTime() - start > (1 + WARM_UP) * seconds * NANOS;
        }

        double perSecond() {
            return pairs / ((last - countedFrom) / NANOS);
        }
    }
}
