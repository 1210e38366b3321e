package dev.fathom.training;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.fathom.core.MaiProtocol;
import dev.fathom.core.Pooling;
import dev.fathom.core.UserException;
import dev.fathom.data.DepthDataset;
import dev.fathom.data.format.DatasetFormats;
import dev.fathom.run.EvaluationReport;
import dev.fathom.run.Json;
import dev.fathom.run.RunFolder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
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

    private Optional<EvaluationReport> evaluate(String split) throws IOException {
        return Evaluation.run(run, data, split, new MaiProtocol(), Pooling.IMAGE, () -> false, (done, of) -> {});
    }

    @Test
    void theBestWeightsScoreWhatTheValidationFound() throws IOException {
        EvaluationReport report = evaluate("val").orElseThrow();
        // Another batch size and number of threads add up in another order.
        assertEquals(run.info().best().value(), report.metrics().siRmse(), 1e-6);
        assertEquals(TinyRuns.VAL, report.pictures());
        assertEquals(0, report.leftOut());
        assertEquals("mai", report.protocol());
        assertEquals("checkpoints/best-3.safetensors", report.weights());
    }

    @Test
    void theReportAndEveryPictureAreWrittenIntoTheRun() throws IOException {
        EvaluationReport report = evaluate("val").orElseThrow();
        Path json = run.evaluation().resolve("data_val_mai.json");
        assertEquals(report, Json.readFile(json, EvaluationReport.class));
        List<String> rows = Files.readAllLines(run.evaluation().resolve("data_val_mai.csv"));
        assertEquals("picture,pixels,si_rmse,rmse,abs_rel,log10,rmse_log,sq_rel,silog,d1,d2,d3", rows.get(0));
        assertEquals(1 + TinyRuns.VAL, rows.size());
        double mean = rows.stream()
                .skip(1)
                .mapToDouble(row -> Double.parseDouble(row.split(",")[2]))
                .average()
                .orElseThrow();
        assertEquals(report.metrics().siRmse(), mean, 1e-12);
    }

    @Test
    void progressCountsThePictures() throws IOException {
        List<String> seen = new ArrayList<>();
        Evaluation.run(
                run,
                data,
                "train",
                new MaiProtocol(),
                Pooling.IMAGE,
                () -> false,
                (done, of) -> seen.add(done + "/" + of));
        assertEquals(List.of("6/6"), seen);
    }

    @Test
    void aCancelledEvaluationWritesNothing() throws IOException {
        assertEquals(
                Optional.empty(),
                Evaluation.run(run, data, "val", new MaiProtocol(), Pooling.IMAGE, () -> true, (done, of) -> {}));
        assertFalse(Files.exists(run.evaluation().resolve("data_val_mai.json")));
    }

    @Test
    void aSplitThatIsNotThereIsRefused() {
        UserException empty = assertThrows(UserException.class, () -> evaluate("test"));
        assertTrue(empty.sentence().contains("6 pairs in train, 3 in val and 0 in test"), empty.sentence());
        UserException unknown = assertThrows(UserException.class, () -> evaluate("valid"));
        assertTrue(unknown.sentence().contains("Use train, val, test or all"), unknown.sentence());
    }
}
