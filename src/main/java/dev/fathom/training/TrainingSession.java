package dev.fathom.training;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import dev.fathom.core.MaiProtocol;
import dev.fathom.core.UserException;
import dev.fathom.data.BatchLoader;
import dev.fathom.data.DataProblem;
import dev.fathom.engine.GraphBlock;
import dev.fathom.engine.Torch;
import dev.fathom.graph.Graph;
import dev.fathom.run.Checkpoint;
import dev.fathom.run.Checkpoints;
import dev.fathom.run.ConfigRules;
import dev.fathom.run.DistillationConfig;
import dev.fathom.run.Event;
import dev.fathom.run.EventLog;
import dev.fathom.run.Json;
import dev.fathom.run.Provenance;
import dev.fathom.run.RunConfig;
import dev.fathom.run.RunFolder;
import dev.fathom.run.RunState;
import dev.fathom.run.Samples;
import dev.fathom.run.Schedule;
import dev.fathom.run.TrainingConfig;
import dev.fathom.training.losses.LossTerm;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BooleanSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Everything that one training needs, opened from its run folder and closed with it. */
final class TrainingSession implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(TrainingSession.class);

    private final RunFolder run;
    private final RunConfig config;
    private final EventLog events;
    private final Clock clock;
    private final Set<Path> reported = ConcurrentHashMap.newKeySet();
    private final Deque<AutoCloseable> opened = new ArrayDeque<>();

    TrainingSession(RunFolder run, RunConfig config, EventLog events, Clock clock) {
        this.run = run;
        this.config = config;
        this.events = events;
        this.clock = clock;
    }

    /**
     * Trains from a checkpoint, or from the beginning if there is none.
     *
     * @throws UserException if the configuration, the data or a checkpoint cannot be used
     * @throws DivergedException if a loss is not finite
     */
    RunState train(Optional<Checkpoint> from, BooleanSupplier cancel, TrainingProgress progress) throws IOException {
        ConfigRules.requireDecay(config);
        Graph graph = TrainedNetwork.graph(config.model());
        List<LossTerm> losses = new ArrayList<>(LossTerms.of(config.losses()));
        TrainingData data = TrainingData.open(config, this::notice);
        Torch.start(config.training().threads());
        recordProvenance(data);

        NDManager manager = keep(Torch.newManager());
        GraphBlock network = keep(new GraphBlock(graph, manager));
        if (from.isEmpty()) {
            network.load(StartingWeights.of(graph, config, runs(), data::typicalDepth, this::notice));
        }
        Optional<Distillation> distillation = config.distillation() == null
                ? Optional.empty()
                : Optional.of(Distillation.of(config, List.copyOf(losses), runs(), graph, manager, this::notice));
        distillation.ifPresent(d -> losses.addAll(d.terms()));
        TotalLoss total = new TotalLoss(losses, Reweighting.of(config));
        AuxiliaryParameters auxiliary = AuxiliaryParameters.of(total, manager);
        Map<String, NDArray> trained = new LinkedHashMap<>(network.trainableParameters());
        trained.putAll(auxiliary.all());
        Adam adam = keep(new Adam(manager, trained, config.optimizer()));
        TrainingState state = new TrainingState(network, auxiliary, adam, config.seed());
        if (from.isPresent()) {
            state.restore(Checkpoints.of(run), from.get());
        }

        TrainingPlan plan = plan(data, total, distillation, new BatchPredictor(network, manager));
        fitEpoch(state, plan.loader().batchesPerEpoch());
        return new TrainingLoop(plan, state, listeners(data, plan, state, manager, progress), cancel, manager).run();
    }

    /** A data set that has become smaller since the checkpoint may not have the batch at which the run stood. */
    private void fitEpoch(TrainingState state, int batches) {
        if (state.batch() > batches) {
            notice("The data set has become smaller: epoch " + state.epoch() + " stood at batch " + state.batch()
                    + " and has only " + batches + " now, so it ends there and the next one follows");
            state.cutEpoch(batches);
        }
    }

    private Path runs() {
        return run.path().getParent();
    }

    private TrainingPlan plan(
            TrainingData data, TotalLoss loss, Optional<Distillation> distillation, BatchPredictor predictor) {
        DistillationConfig taught = config.distillation();
        BatchLoader loader = keep(data.training(config.unlabeledPerBatch()));
        if (data.leavesOneOver()) {
            notice("The last picture of each epoch, another one each time, is passed over: it would be alone in its"
                    + " batch, and " + config.model().architecture()
                    + " cannot be trained with one image in a batch");
        }
        Optional<Scoring> validation = Optional.empty();
        if (data.folder().val().isEmpty()) {
            notice("There is no validation split, so no best weights are chosen");
        } else {
            validation = Optional.of(keep(new Scoring(predictor, data.validation(), new MaiProtocol())));
        }
        long steps = (long) config.training().epochs() * loader.batchesPerEpoch();
        ConfigRules.warmUpNotice(config, steps).ifPresent(this::notice);
        data.cameraNotice().ifPresent(this::notice);
        Schedule schedule = Schedule.of(config, loader.batchesPerEpoch());
        return new TrainingPlan(
                config.training(),
                loss,
                distillation.map(Distillation::taps).orElse(List.of()),
                distillation.map(Distillation::teacher),
                data.camera(),
                loader,
                validation,
                schedule);
    }

    private List<TrainingListener> listeners(
            TrainingData data, TrainingPlan plan, TrainingState state, NDManager manager, TrainingProgress progress)
            throws IOException {
        TrainingConfig training = config.training();
        List<TrainingListener> all = new ArrayList<>();
        all.add(new DivergenceGuard());
        all.add(new EventsWriter(events, clock));
        all.add(keep(new MetricsWriter(run, plan.loss().curves(), state.epoch(), clock)));
        if (!data.previewSamples().isEmpty()) {
            PreviewImages.write(data.previewSamples(), data.canvas(), Samples.of(run));
            BatchPredictor predictor = new BatchPredictor(state.network(), manager);
            BatchLoader previews = keep(data.previews());
            all.add(new SampleWriter(run, predictor, previews, training.sampleEvery(), events, clock));
        }
        all.add(new CheckpointWriter(run, state, training.checkpointEvery(), events, clock));
        all.add(new LogWriter());
        all.add(new ProgressReporter(progress));
        return all;
    }

    private void recordProvenance(TrainingData data) throws IOException {
        String fingerprint = data.folder().fingerprint();
        if (Files.exists(run.provenance())) {
            Provenance first = Json.readFile(run.provenance(), Provenance.class);
            if (!fingerprint.equals(first.dataset())) {
                notice("The data set has changed since this run began; its numbers will differ");
            }
            return;
        }
        data.recordSplit(run);
        Map<String, String> versions = new LinkedHashMap<>(Torch.provenance());
        versions.put("java", System.getProperty("java.vm.version"));
        List<String> command =
                ProcessHandle.current().info().arguments().map(List::of).orElse(List.of());
        Json.writeFile(
                run.provenance(),
                Provenance.record(
                        config.seed(),
                        versions,
                        null,
                        command,
                        fingerprint,
                        RunSources.of(config, runs(), data),
                        clock.instant()));
    }

    private void notice(DataProblem problem) {
        if (reported.add(problem.file())) {
            notice("Left out " + problem.file() + ": " + problem.description());
        }
    }

    private void notice(String message) {
        LOG.warn(message);
        events.write(new Event.Notice(clock.instant(), message));
    }

    private <T extends AutoCloseable> T keep(T resource) {
        opened.push(resource);
        return resource;
    }

    @Override
    public void close() throws IOException {
        try {
            while (!opened.isEmpty()) {
                opened.pop().close();
            }
        } catch (IOException | RuntimeException e) {
            throw e;
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }
}
