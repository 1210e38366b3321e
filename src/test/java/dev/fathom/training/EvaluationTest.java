package dev.fathom.training;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.fathom.core.MaiProtocol;
import dev.fathom.core.Monitor;
import dev.fathom.core.Pooling;
import dev.fathom.core.Protocol;
import dev.fathom.core.UserException;
import dev.fathom.data.DepthDataset;
import dev.fathom.data.format.DatasetFormats;
import dev.fathom.prediction.Evaluation;
import dev.fathom.prediction.ModelPredictions;
import dev.fathom.prediction.Predictions;
import dev.fathom.prediction.Scoring;
import dev.fathom.run.EvaluationDetails;
import dev.fathom.run.EvaluationReport;
import dev.fathom.run.Json;
import dev.fathom.run.RunFolder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CancellationException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EvaluationTest {
    @TempDir
    private Path folder;

    private TinyRuns tiny;
    private DepthDataset data;
    private RunFolder run;

    @BeforeEach
    void train() throws IOException {
        tiny = new TinyRuns(folder);
        data = DatasetFormats.open(tiny.data());
        run = tiny.create(tiny.config(1));
        Training.run(run, () -> false, TrainingProgress.silent());
    }

    private EvaluationReport evaluate(String split, Monitor monitor) throws IOException {
        Protocol mai = new MaiProtocol();
        Evaluation evaluation = new Evaluation(data, split, new Scoring(mai, mai.bands()), Pooling.IMAGE);
        try (Predictions predictions = new ModelPredictions(RunDepth.load(run))) {
            return evaluation.run(new Evaluation.Subject(run.id(), "best"), predictions, run.evaluation(), monitor);
        }
    }

    @Test
    void theBestWeightsScoreWhatTheValidationFound() throws IOException {
        EvaluationReport report = evaluate("val", Monitor.NONE);
        // Another batch size and number of threads add up in another order.
        assertEquals(run.info().best().value(), report.metrics().siRmse(), 1e-6);
        assertEquals(TinyRuns.VAL, report.pictures());
        assertEquals(0, report.leftOut());
        assertEquals("mai", report.protocol());
    }

    @Test
    void theReportAndEveryPictureAreWrittenIntoTheRun() throws IOException {
        EvaluationReport report = evaluate("val", Monitor.NONE);
        Path json = run.evaluation().resolve("data_val_mai.json");
        assertEquals(report, Json.readFile(json, EvaluationReport.class));
        List<String> rows = Files.readAllLines(run.evaluation().resolve("data_val_mai.csv"));
        assertEquals(
                "picture,pixels,si_rmse,rmse,abs_rel,log10,rmse_log,sq_rel,silog,d1,d2,d3,edge_precision,edge_recall,"
                        + "edge_f1,truth_share,scored_share,predicted_share",
                rows.get(0));
        double[] errors = rows.stream()
                .skip(1)
                .mapToDouble(row -> Double.parseDouble(row.split(",")[2]))
                .toArray();
        assertEquals(TinyRuns.VAL, errors.length);
        assertEquals(report.metrics().siRmse(), Arrays.stream(errors).average().orElseThrow(), 1e-12);
        assertTrue(errors[0] >= errors[1] && errors[1] >= errors[2], "worst first");
        assertEquals(errors[0], report.details().worst().get(0).value());
    }

    @Test
    void whatLiesBehindTheMeansIsReported() throws IOException {
        EvaluationDetails details = evaluate("val", Monitor.NONE).details();
        // Every seventeenth pixel has no truth.
        assertEquals(16.0 / 17, details.shares().truth(), 1e-3);
        assertEquals(details.shares().truth(), details.shares().scored());
        assertEquals(
                List.of(0.0, 1.0, 2.0, 4.0, 8.0),
                details.bands().stream().map(EvaluationDetails.Band::from).toList());
        assertEquals(
                1,
                details.bands().stream()
                        .mapToDouble(EvaluationDetails.Band::share)
                        .sum(),
                1e-12);
        // The scenes lie between 2 m and 9 m.
        assertEquals(0, details.bands().get(0).pixels());
        assertNull(details.bands().get(0).rmse());
        assertNull(details.bands().get(4).to());
        assertEquals(
                List.of(0.25, 0.5, 1.0),
                details.edges().stream().map(EvaluationDetails.Edges::threshold).toList());
        assertEquals(TinyRuns.VAL, details.edges().get(0).pictures());
        assertEquals(List.of(), details.missing());
    }

    @Test
    void progressCountsThePictures() throws IOException {
        List<String> seen = new ArrayList<>();
        evaluate("train", new Monitor() {
            @Override
            public void progress(String stage, long done, long total) {
                seen.add(done + "/" + total);
            }

            @Override
            public boolean isCancelled() {
                return false;
            }
        });
        assertEquals(List.of("0/6", "6/6"), seen);
    }

    @Test
    void aCancelledEvaluationWritesNothing() {
        Monitor cancelled = new Monitor() {
            @Override
            public void progress(String stage, long done, long total) {
                throw new AssertionError("cancelled work goes on");
            }

            @Override
            public boolean isCancelled() {
                return true;
            }
        };
        assertThrows(CancellationException.class, () -> evaluate("val", cancelled));
        assertFalse(Files.exists(run.evaluation().resolve("data_val_mai.json")));
    }

    @Test
    void aSplitThatIsNotThereIsRefused() {
        UserException empty = assertThrows(UserException.class, () -> evaluate("test", Monitor.NONE));
        assertTrue(empty.sentence().contains("6 pairs in train, 3 in val and 0 in test"), empty.sentence());
        UserException unknown = assertThrows(UserException.class, () -> evaluate("valid", Monitor.NONE));
        assertTrue(unknown.sentence().contains("Use train, val, test or all"), unknown.sentence());
    }
}
