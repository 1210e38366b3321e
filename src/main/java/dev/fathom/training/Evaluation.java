package dev.fathom.training;

import ai.djl.ndarray.NDManager;
import dev.fathom.core.AtomicFiles;
import dev.fathom.core.Bootstrap;
import dev.fathom.core.CsvCell;
import dev.fathom.core.DepthMetrics;
import dev.fathom.core.ErrorSums;
import dev.fathom.core.ImageSize;
import dev.fathom.core.Pooling;
import dev.fathom.core.Protocol;
import dev.fathom.core.UserException;
import dev.fathom.data.BatchLoader;
import dev.fathom.data.DataProblem;
import dev.fathom.data.DepthDataset;
import dev.fathom.data.LoaderOptions;
import dev.fathom.data.Sample;
import dev.fathom.engine.GraphBlock;
import dev.fathom.engine.Torch;
import dev.fathom.run.Checkpoints;
import dev.fathom.run.EvaluationReport;
import dev.fathom.run.Json;
import dev.fathom.run.ModelConfig;
import dev.fathom.run.RunFolder;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BooleanSupplier;

/**
 * Scores a run's best weights on a data set. Leaves {@code eval/DATA_SPLIT_PROTOCOL.json} with the mean and a CSV file of
 * the same name with every picture in the run folder.
 */
public final class Evaluation {
    private static final int BATCH = 8;

    private Evaluation() {}

    /** Told after each batch how far an evaluation is. */
    @FunctionalInterface
    public interface Progress {
        void onPictures(int done, int of);
    }

    /**
     * Scores full-resolution predictions.
     *
     * @param split {@code train}, {@code val}, {@code test} or {@code all}
     * @return nothing if it was cancelled; then nothing was written
     * @throws UserException if the run has no weights, or the split has no picture that can be scored
     */
    public static Optional<EvaluationReport> run(
            RunFolder run,
            DepthDataset data,
            String split,
            Protocol protocol,
            Pooling pooling,
            BooleanSupplier cancel,
            Progress progress)
            throws IOException {
        TrainedNetwork trained = TrainedNetwork.of(run);
        List<Sample> samples = data.split(split);
        ModelConfig model = run.readConfig().model();
        ImageSize canvas = new ImageSize(model.imageHeight(), model.imageWidth());
        LoaderOptions options = LoaderOptions.evaluation(canvas, BATCH).withCacheBytes(0);
        List<DataProblem> problems = Collections.synchronizedList(new ArrayList<>(data.problems()));
        Torch.start(Runtime.getRuntime().availableProcessors());
        try (NDManager manager = Torch.newManager();
                GraphBlock network = trained.frozen(manager);
                BatchLoader loader = new BatchLoader(samples, options, problems::add);
                Scoring scoring = new Scoring(new BatchPredictor(network, manager), loader, protocol)) {
            Optional<List<Scoring.Scored>> scored =
                    scoring.run(cancel, done -> progress.onPictures(done, samples.size()));
            return scored.isEmpty()
                    ? Optional.empty()
                    : Optional.of(write(run, data, split, protocol, pooling, samples.size(), scored.get(), problems));
        }
    }

    private static EvaluationReport write(
            RunFolder run,
            DepthDataset data,
            String split,
            Protocol protocol,
            Pooling pooling,
            int asked,
            List<Scoring.Scored> scored,
            List<DataProblem> problems)
            throws IOException {
        List<ErrorSums> sums = scored.stream()
                .map(Scoring.Scored::sums)
                .filter(one -> one.pixels() > 0)
                .toList();
        int pictures = sums.size();
        if (pictures == 0) {
            throw new UserException(
                    "No picture of " + data.root() + " could be scored under the protocol " + protocol.name(),
                    "Check the depth scale and the files" + named(problems));
        }
        Path weights = run.path().relativize(Checkpoints.of(run).weights().toAbsolutePath());
        EvaluationReport report = new EvaluationReport(
                run.id(),
                protocol.name(),
                protocol.rules(),
                pooling.text(),
                data.root().toString(),
                data.fingerprint(),
                split,
                weights.toString().replace('\\', '/'),
                pictures,
                asked - pictures,
                problems.stream().map(Evaluation::text).toList(),
                pooling.over(sums),
                intervals(sums));
        String dataset = data.root().toAbsolutePath().normalize().getFileName().toString();
        String stem = (dataset + "_" + split + "_" + protocol.name()).replaceAll("[^\\p{L}\\p{N}._-]+", "-");
        AtomicFiles.writeString(run.evaluation().resolve(stem + ".csv"), csv(scored));
        Json.writeFile(run.evaluation().resolve(stem + ".json"), report);
        return report;
    }

    /** Of the mean over images, which is what a number of images says something about. */
    private static Map<String, Bootstrap.Interval> intervals(List<ErrorSums> sums) {
        List<Map<String, Double>> metrics =
                sums.stream().map(one -> DepthMetricNames.all(one.metrics())).toList();
        Map<String, Bootstrap.Interval> intervals = new LinkedHashMap<>();
        for (String name : DepthMetricNames.all(DepthMetrics.empty()).keySet()) {
            double[] values =
                    metrics.stream().mapToDouble(image -> image.get(name)).toArray();
            intervals.put(name, Bootstrap.ofMean(values));
        }
        return intervals;
    }

    private static String text(DataProblem problem) {
        return problem.file() + ": " + problem.description();
    }

    private static String named(List<DataProblem> problems) {
        return problems.isEmpty() ? "" : "; the first problem is " + text(problems.get(0));
    }

    private static String csv(List<Scoring.Scored> scored) {
        StringBuilder csv = new StringBuilder("picture,pixels,"
                + String.join(",", DepthMetricNames.all(DepthMetrics.empty()).keySet()) + "\n");
        for (Scoring.Scored one : scored) {
            csv.append(CsvCell.of(one.sample().stem()))
                    .append(',')
                    .append(one.metrics().pixels());
            DepthMetricNames.all(one.metrics()).values().forEach(value -> csv.append(',')
                    .append(Double.isNaN(value) ? "" : value));
            csv.append('\n');
        }
        return csv.toString();
    }
}
