package dev.fathom.training;

import ai.djl.engine.Engine;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.training.GradientCollector;
import dev.fathom.core.DepthMetrics;
import dev.fathom.data.Batch;
import dev.fathom.data.EpochBatches;
import dev.fathom.engine.Activations;
import dev.fathom.engine.InputBuffer;
import dev.fathom.engine.Torch;
import dev.fathom.run.RunInfo;
import dev.fathom.run.RunState;
import dev.fathom.run.TrainingConfig;
import dev.fathom.training.losses.LossInput;
import dev.fathom.training.losses.Truth;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BooleanSupplier;

/**
 * The loop: for each batch one forward pass, the weighted sum of the losses, its gradients, one step of Adam; after each
 * epoch the validation. Everything else (events, metrics, checkpoints, samples) happens in listeners.
 *
 * <p>What a step does depends on the state, the plan and the batch alone, and the batch on seed, epoch and number, so a
 * training that goes on from a checkpoint computes the same bits as one that was never stopped.
 */
final class TrainingLoop {
    /** By which validation metric the best weights are chosen. */
    static final String MONITOR = "si_rmse";

    private final TrainingPlan plan;
    private final TrainingState state;
    private final List<TrainingListener> listeners;
    private final BooleanSupplier cancel;
    private final NDManager manager;
    private final InputBuffer input = new InputBuffer();
    private final Pace pace = new Pace();
    private final String depth;
    private final List<String> outputs;

    /** @param manager of the network; each step works in a manager below it */
    TrainingLoop(
            TrainingPlan plan,
            TrainingState state,
            List<TrainingListener> listeners,
            BooleanSupplier cancel,
            NDManager manager) {
        this.plan = plan;
        this.state = state;
        this.listeners = listeners;
        this.cancel = cancel;
        this.manager = manager;
        this.depth = NativeDepth.nodeOf(state.network().graph());
        this.outputs = new ArrayList<>(plan.taps());
        this.outputs.add(depth);
    }

    /**
     * Trains from where the state stands to the last epoch, or until asked to stop.
     *
     * @return {@code FINISHED} or {@code STOPPED}
     * @throws DivergedException if a loss is not finite
     */
    RunState run() throws IOException {
        while (state.epoch() <= plan.config().epochs()) {
            trainEpoch();
            if (cancel.getAsBoolean() || !endEpoch()) {
                for (TrainingListener listener : listeners) {
                    listener.onStop();
                }
                return RunState.STOPPED;
            }
        }
        return RunState.FINISHED;
    }

    /** Until the last batch of the epoch, or until asked to stop. */
    private void trainEpoch() throws IOException {
        long before = System.nanoTime();
        try (EpochBatches batches = plan.loader().epoch(state.epoch(), state.batch())) {
            while (!cancel.getAsBoolean() && batches.hasNext()) {
                Batch batch = batches.next();
                StepLosses losses = step(batch);
                state.stepDone(losses, batch.indexInEpoch());
                long now = System.nanoTime();
                pace.step(batch.size(), now - before);
                before = now;
                StepReport report = report(losses);
                for (TrainingListener listener : listeners) {
                    listener.onStep(report);
                }
            }
        }
    }

    /** Forward, losses, gradients, update. */
    private StepLosses step(Batch batch) {
        long done = (long) (batch.epoch() - 1) * plan.loader().batchesPerEpoch() + batch.indexInEpoch();
        double rate = plan.schedule().learningRate(done);
        long seed = StepSeed.of(state.seed(), done);
        Torch.seed(seed);
        try (NDManager scope = manager.newSubManager()) {
            NDArray images = input.images(
                    scope,
                    batch.images(),
                    batch.size(),
                    batch.canvas().height(),
                    batch.canvas().width());
            state.auxiliary().attach(scope);
            Teacher.Lesson lesson = plan.teacher().map(t -> t.of(images)).orElse(Teacher.Lesson.NONE);
            Map<String, Double> values = new LinkedHashMap<>();
            double total = backward(batch, seed, images, lesson, scope, values);
            double norm = state.adam().gradientNorm();
            StepLosses losses = new StepLosses(done + 1, batch.epoch(), batch.size(), total, values, rate, norm);
            listeners.forEach(listener -> listener.onLosses(losses));
            state.adam().step(rate, norm);
            return losses;
        }
    }

    /** Leaves the gradients in the parameters; returns the total loss and puts each term into {@code values}. */
    private double backward(
            Batch batch,
            long seed,
            NDArray images,
            Teacher.Lesson lesson,
            NDManager scope,
            Map<String, Double> values) {
        try (GradientCollector gradients = Engine.getInstance().newGradientCollector()) {
            Activations results = state.network().forward(images, true, outputs);
            LossInput lossInput = new LossInput(
                    scope,
                    results.get(depth),
                    truth(batch),
                    Teacher.byName(results, plan.taps()),
                    lesson.features(),
                    lesson.depth(),
                    plan.focal(),
                    Map.of(),
                    seed);
            NDArray total = plan.loss().of(lossInput, batch.labelled(), state.auxiliary(), values);
            gradients.backward(total);
            return total.getFloat();
        }
    }

    private static Truth truth(Batch batch) {
        return new Truth(batch.size(), batch.canvas().height(), batch.canvas().width(), batch.depth(), batch.mask());
    }

    private StepReport report(StepLosses losses) {
        int epochs = plan.config().epochs();
        int every = plan.config().validateEvery();
        int epochEnds = (epochs - state.epoch()) / every + 1;
        double left = pace.secondsLeft(plan.steps() - losses.step(), epochEnds);
        boolean endsEpoch = state.batch() == plan.loader().batchesPerEpoch();
        return new StepReport(losses, plan.steps(), endsEpoch, pace.imagesPerSecond(), left);
    }

    /** Validates and moves on to the next epoch; false if asked to stop meanwhile, then nothing moved. */
    private boolean endEpoch() throws IOException {
        long before = System.nanoTime();
        Optional<DepthMetrics> metrics = validate();
        if (cancel.getAsBoolean()) {
            return false;
        }
        boolean improved = metrics.isPresent() && isBetter(metrics.get().siRmse());
        if (improved) {
            state.improved(
                    new RunInfo.Best(state.epoch(), MONITOR, metrics.get().siRmse()));
        }
        EpochSums sums = state.sums();
        EpochReport report = new EpochReport(
                state.epoch(),
                plan.config().epochs(),
                state.step(),
                sums.meanTotal(),
                sums.meanTerms(plan.loss().curves()),
                sums.learningRate(),
                metrics,
                improved);
        state.epochDone();
        for (TrainingListener listener : listeners) {
            listener.onEpoch(report);
        }
        if (metrics.isPresent()) {
            pace.epochEnd(System.nanoTime() - before);
        }
        return true;
    }

    /** The mean over the validation split, if this epoch is to be validated and nobody asks to stop. */
    private Optional<DepthMetrics> validate() {
        TrainingConfig config = plan.config();
        if (plan.validation().isEmpty() || !EpochReport.isDue(state.epoch(), config.epochs(), config.validateEvery())) {
            return Optional.empty();
        }
        return plan.validation()
                .get()
                .run(cancel, done -> {})
                .map(scored -> DepthMetrics.mean(
                        scored.stream().map(Scoring.Scored::metrics).toList()));
    }

    private boolean isBetter(double value) {
        return Double.isFinite(value)
                && (state.best() == null || value < state.best().value());
    }
}
