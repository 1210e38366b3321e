package dev.fathom.training;

import ai.djl.ndarray.NDManager;
import com.sun.management.OperatingSystemMXBean;
import dev.fathom.core.Monitor;
import dev.fathom.data.Batch;
import dev.fathom.data.BatchLoader;
import dev.fathom.data.DiskCache;
import dev.fathom.data.EpochBatches;
import dev.fathom.data.Reading;
import dev.fathom.data.Sample;
import dev.fathom.engine.GraphBlock;
import dev.fathom.engine.Torch;
import dev.fathom.engine.Weights;
import dev.fathom.graph.Graph;
import dev.fathom.run.RunConfig;
import dev.fathom.run.Schedule;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.function.ToDoubleFunction;

/**
 * How many pairs a second are read, decoded, resized and varied, against how many the training of a network eats. Both
 * use all cores, in turns, so that a busy machine slows both.
 */
public final class DataBench {
    private static final int ROUNDS = 3;
    private static final long MOST_BYTES = 1L << 30;
    private static final int FEWEST_PAIRS = 2000;
    private static final double NANOS = 1e9;
    private static final OperatingSystemMXBean CPU = ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);

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
     * @param decoders what decoded the pairs
     * @param threads that read and that compute, one kind at a time
     * @param read pairs that come out of the loader, nothing of them kept in memory
     * @param trained pairs that training steps take whose pairs are all in memory
     * @param kept pairs that come out of the loader with a {@link DiskCache} that has most of them
     * @param readCpuMillis processor time of all threads for one pair that is read
     * @param keptCpuMillis processor time of all threads for one pair from the cache
     * @param trainedCpuMillis processor time of all threads for one pair that is trained on
     */
    public record Result(
            String decoders,
            int threads,
            double read,
            double trained,
            double kept,
            double readCpuMillis,
            double keptCpuMillis,
            double trainedCpuMillis) {
        /** How many times faster reading is. */
        public double factor() {
            return read / trained;
        }

        /** How many times less processor time reading takes, which other programs change less. */
        public double cpuFactor() {
            return trainedCpuMillis / readCpuMillis;
        }
    }

    /**
     * Measures. Takes some seconds more than 13 times {@code seconds}.
     *
     * @param seconds of each of three rounds of every kind
     * @param cache a new folder for decoded pairs
     * @throws CancellationException if the monitor says so
     */
    public static Result run(RunConfig config, double seconds, Path cache, Monitor monitor) throws IOException {
        return new DataBench(config, seconds, monitor).run(cache);
    }

    private Result run(Path folder) throws IOException {
        int threads = Runtime.getRuntime().availableProcessors();
        Torch.start(threads);
        Reading plain = data.trainingReading().withThreads(threads).withCacheBytes(0);
        List<Rate> read = new ArrayList<>();
        List<Rate> kept = new ArrayList<>();
        List<Rate> trained = new ArrayList<>();
        DiskCache cache = new DiskCache(folder, MOST_BYTES);
        for (int round = 0; round < ROUNDS; round++) {
            monitor.checkpoint("Reading", 3L * round, 3L * ROUNDS);
            read.add(reading(plain));
            monitor.checkpoint("Reading what is kept", 3L * round + 1, 3L * ROUNDS);
            kept.add(reading(plain.withDisk(cache)));
            monitor.checkpoint("Training", 3L * round + 2, 3L * ROUNDS);
            trained.add(training());
        }
        monitor.checkpoint("Training", 3L * ROUNDS, 3L * ROUNDS);
        return new Result(
                plain.decoders().toString(),
                threads,
                median(read, Rate::perSecond),
                median(trained, Rate::perSecond),
                median(kept, Rate::perSecond),
                median(read, Rate::cpuMillis),
                median(kept, Rate::cpuMillis),
                median(trained, Rate::cpuMillis));
    }

    private static double median(List<Rate> rounds, ToDoubleFunction<Rate> number) {
        return rounds.stream().mapToDouble(number).sorted().toArray()[ROUNDS / 2];
    }

    /** Of one round, for one pair. */
    private record Rate(double perSecond, double cpuMillis) {}

    private Rate reading(Reading how) {
        try (BatchLoader loader = new BatchLoader(manyPairs(), data.trainingOptions(how), problem -> {})) {
            Clock clock = new Clock();
            for (int epoch = 1; !clock.isOver(); epoch++) {
                try (EpochBatches batches = loader.epoch(epoch, 0)) {
                    while (!clock.isOver() && batches.hasNext()) {
                        Batch batch = batches.next();
                        clock.count(batch.size());
                    }
                }
            }
            return clock.rate();
        }
    }

    /** The pairs again and again, since at the end of an epoch threads wait for each other. */
    private List<Sample> manyPairs() {
        List<Sample> pairs = data.folder().train();
        return Collections.nCopies(1 + FEWEST_PAIRS / pairs.size(), pairs).stream()
                .flatMap(List::stream)
                .toList();
    }

    private Rate training() throws IOException {
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
            return clock.rate();
        }
    }

    /** Counts after the first part of the time, in which code is compiled and memory filled. */
    private final class Clock {
        private static final double WARM_UP = 0.4;
        private static final int FEWEST_BATCHES = 5;

        private final long start = System.nanoTime();
        private long countedFrom;
        private long cpuFrom;
        private long last;
        private long pairs;
        private int batches;

        void count(int more) {
            last = System.nanoTime();
            if (countedFrom != 0) {
                pairs += more;
                batches++;
            } else if (last - start > WARM_UP * seconds * NANOS) {
                countedFrom = last;
                cpuFrom = CPU.getProcessCpuTime();
            }
        }

        boolean isOver() {
            if (monitor.isCancelled()) {
                throw new CancellationException("bench");
            }
            return batches >= FEWEST_BATCHES && System.nanoTime() - start > (1 + WARM_UP) * seconds * NANOS;
        }

        Rate rate() {
            double cpu = (CPU.getProcessCpuTime() - cpuFrom) / NANOS;
            return new Rate(pairs / ((last - countedFrom) / NANOS), 1000 * cpu / pairs);
        }
    }
}
