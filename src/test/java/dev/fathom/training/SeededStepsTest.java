package dev.fathom.training;

import static org.junit.jupiter.api.Assertions.assertEquals;

import ai.djl.ndarray.NDManager;
import dev.fathom.core.ImageSize;
import dev.fathom.data.BatchLoader;
import dev.fathom.data.LoaderOptions;
import dev.fathom.data.format.DatasetFormats;
import dev.fathom.engine.GraphBlock;
import dev.fathom.engine.Torch;
import dev.fathom.engine.Weights;
import dev.fathom.graph.Graph;
import dev.fathom.graph.GraphBuilder;
import dev.fathom.graph.Padding;
import dev.fathom.graph.Tensor;
import dev.fathom.graph.TensorShape;
import dev.fathom.run.Checkpoints;
import dev.fathom.run.RunConfig;
import dev.fathom.run.RunState;
import dev.fathom.run.Schedule;
import dev.fathom.training.losses.FocalLengths;
import dev.fathom.training.losses.LossTerm;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Steps in which libtorch draws random numbers, as networks with stochastic depth do and losses may. */
class SeededStepsTest {
    private static final int STEPS = 6;

    @TempDir
    private Path folder;

    /** The mean of the prediction, each value weighted by chance. */
    private static final LossTerm DRAWING = new LossTerm("drawing", 1, input -> input.depth()
            .mul(input.scope().randomUniform(0, 1, input.depth().getShape()))
            .mean());

    private static Graph graph() {
        GraphBuilder b = new GraphBuilder("two convolutions");
        Tensor image = b.input("image", TensorShape.chw(3, TinyRuns.HEIGHT, TinyRuns.WIDTH));
        Tensor x = b.conv("first", image, 4, 8, 8, Padding.uniform(0), true);
        b.output("depth", b.conv("last", x, 1, 1, 1, Padding.uniform(0), true));
        return b.build();
    }

    /** The losses of the steps up to {@code until}, from a checkpoint or the beginning; leaves a checkpoint. */
    private List<Double> train(int until, boolean resume) throws IOException {
        TinyRuns tiny = new TinyRuns(folder);
        RunConfig config = tiny.config(2);
        Checkpoints checkpoints = new Checkpoints(folder.resolve("checkpoints"));
        Torch.start(1);
        List<Double> losses = new ArrayList<>();
        TotalLoss loss = new TotalLoss(List.of(DRAWING), new Reweighting(List.of()));
        LoaderOptions options = LoaderOptions.evaluation(new ImageSize(TinyRuns.HEIGHT, TinyRuns.WIDTH), 2);
        try (NDManager manager = Torch.newManager();
                GraphBlock network = new GraphBlock(graph(), manager);
                BatchLoader loader =
                        new BatchLoader(DatasetFormats.open(tiny.data()).train(), options, problem -> {});
                Adam adam = new Adam(manager, network.trainableParameters(), config.optimizer())) {
            network.load(Weights.initial(graph(), 1));
            TrainingState state = new TrainingState(network, AuxiliaryParameters.of(loss, manager), adam, 7);
            if (resume) {
                state.restore(checkpoints, checkpoints.find(Checkpoints.LAST).orElseThrow());
            }
            TrainingPlan plan = new TrainingPlan(
                    config.training(),
                    loss,
                    List.of(),
                    Optional.empty(),
                    FocalLengths.kinect(TinyRuns.HEIGHT, TinyRuns.WIDTH),
                    loader,
                    Optional.empty(),
                    new Schedule(step -> 1e-3, 0, 1));
            TrainingListener collecting = new TrainingListener() {
                @Override
                public void onStep(StepReport report) {
                    losses.add(report.losses().total());
                }
            };
            RunState end = new TrainingLoop(
                            plan, state, List.of(collecting), () -> until < STEPS && state.step() >= until, manager)
                    .run();
            assertEquals(until == STEPS ? RunState.FINISHED : RunState.STOPPED, end);
            checkpoints.write(Checkpoints.LAST, state.contents(), state.position(), null, Instant.EPOCH);
        }
        return losses;
    }

    @Test
    void drawsTheSameAfterAStopAsWithoutOne() throws IOException {
        List<Double> whole = train(STEPS, false);
        List<Double> parts = new ArrayList<>(train(2, false));
        parts.addAll(train(STEPS, true));
        assertEquals(STEPS, whole.size());
        assertEquals(whole, parts);
        assertEquals(STEPS, whole.stream().distinct().count());
    }
}
