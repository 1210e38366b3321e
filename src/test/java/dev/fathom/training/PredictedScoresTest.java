package dev.fathom.training;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.fathom.core.Alignment;
import dev.fathom.core.ColorMap;
import dev.fathom.core.Monitor;
import dev.fathom.core.Pooling;
import dev.fathom.core.Protocol;
import dev.fathom.core.Protocols;
import dev.fathom.data.DepthDataset;
import dev.fathom.data.format.DatasetFormats;
import dev.fathom.export.Exporter;
import dev.fathom.export.TfliteDepth;
import dev.fathom.prediction.CameraChoice;
import dev.fathom.prediction.DepthModel;
import dev.fathom.prediction.Evaluation;
import dev.fathom.prediction.ModelPredictions;
import dev.fathom.prediction.OutputFormat;
import dev.fathom.prediction.OutputOptions;
import dev.fathom.prediction.PictureInputs;
import dev.fathom.prediction.PictureJob;
import dev.fathom.prediction.PredictionFolder;
import dev.fathom.prediction.Predictions;
import dev.fathom.prediction.Scoring;
import dev.fathom.run.EvaluationReport;
import dev.fathom.run.RunFolder;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A run, its exported file and the folder of its predictions are the same depth, so they score the same. */
class PredictedScoresTest {
    @TempDir
    private static Path folder;

    private static DepthDataset data;
    private static RunFolder run;

    @BeforeAll
    static void train() throws IOException {
        TinyRuns tiny = new TinyRuns(folder);
        data = DatasetFormats.open(tiny.data());
        run = tiny.create(tiny.config(2));
        Training.run(run, () -> false, TrainingProgress.silent());
    }

    private static EvaluationReport score(Predictions predictions, String protocol) throws IOException {
        Protocol rules = Protocols.named(protocol, Alignment.NONE);
        Evaluation evaluation = new Evaluation(data, "val", new Scoring(rules, rules.bands()), Pooling.IMAGE);
        try (predictions) {
            return evaluation.run(new Evaluation.Subject("x", "x"), predictions, folder.resolve("eval"), Monitor.NONE);
        }
    }

    private static void same(EvaluationReport expected, EvaluationReport actual, double tolerance) {
        assertEquals(TinyRuns.VAL, actual.pictures());
        assertEquals(expected.metrics().pixels(), actual.metrics().pixels());
        assertEquals(expected.metrics().siRmse(), actual.metrics().siRmse(), tolerance);
        assertEquals(expected.metrics().rmse(), actual.metrics().rmse(), tolerance);
        assertEquals(expected.metrics().absRel(), actual.metrics().absRel(), tolerance);
        assertEquals(
                expected.details().bands().get(3).rmse(),
                actual.details().bands().get(3).rmse(),
                tolerance);
    }

    @Test
    void aRunItsFileAndItsPredictionsScoreTheSame() throws IOException {
        EvaluationReport ofRun = score(new ModelPredictions(RunDepth.load(run)), "mai");

        TrainedNetwork network = TrainedNetwork.of(run);
        Path file = folder.resolve("net.tflite");
        Exporter.export(network.graph(), network.weights(), file);
        same(ofRun, score(new ModelPredictions(TfliteDepth.load(file, null, null, null, 1)), "mai"), 1e-5);

        predict();
        List<OutputFormat> exact = List.of(OutputFormat.NPY, OutputFormat.PFM);
        for (OutputFormat format : exact) {
            same(ofRun, score(folderOf(format), "mai"), 1e-9);
        }
        // Half a millimetre of depth between 2 m and 9 m.
        same(ofRun, score(folderOf(OutputFormat.PNG16), "mai"), 5e-4);
        assertEquals(
                score(folderOf(OutputFormat.NPY), "plain").metrics().d1(),
                score(new ModelPredictions(RunDepth.load(run)), "plain")
                        .metrics()
                        .d1(),
                1e-12);
    }

    private static void predict() throws IOException {
        OutputOptions options =
                new OutputOptions(1000, ColorMap.named("viridis"), Optional.empty(), CameraChoice.USUAL);
        PictureJob job =
                new PictureJob(OutputFormat.parse("npy,pfm,png16"), options, false, folder.resolve("predictions"));
        PictureInputs inputs = PictureInputs.of(List.of(folder.resolve("data/val/rgb")), folder.resolve("predictions"));
        try (DepthModel model = RunDepth.load(run)) {
            job.run("run", model, inputs, Monitor.NONE);
        }
    }

    private static Predictions folderOf(OutputFormat format) {
        Path files = folder.resolve("predictions").resolve(format.text());
        return new PredictionFolder(files, data.val(), Optional.empty(), false);
    }
}
