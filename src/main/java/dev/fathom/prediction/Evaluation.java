package dev.fathom.prediction;

import dev.fathom.core.AtomicFiles;
import dev.fathom.core.Monitor;
import dev.fathom.core.Pooling;
import dev.fathom.core.Protocol;
import dev.fathom.core.UserException;
import dev.fathom.data.DataProblem;
import dev.fathom.data.DepthDataset;
import dev.fathom.data.Sample;
import dev.fathom.run.EvaluationDetails;
import dev.fathom.run.EvaluationReport;
import dev.fathom.run.Json;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Scores predictions on a split of a data set. Leaves {@code DATA_SPLIT_PROTOCOL.json} with the means and a CSV file of
 * the same name with every picture, the worst first.
 *
 * @param split {@code train}, {@code val}, {@code test} or {@code all}
 */
public record Evaluation(DepthDataset data, String split, Scoring scoring, Pooling pooling) {

    /**
     * Whose predictions are scored.
     *
     * @param name of the run, the file or the folder
     * @param weights file or folder with what was scored
     */
    public record Subject(String name, String weights) {}

    /** The pictures that are scored. */
    public List<Sample> samples() {
        return data.split(split);
    }

    /**
     * Scores and writes.
     *
     * @param folder gets the files
     * @throws UserException if not one picture can be scored
     * @throws java.util.concurrent.CancellationException if the monitor says so; then nothing was written
     */
    public EvaluationReport run(Subject subject, Predictions predictions, Path folder, Monitor monitor)
            throws IOException {
        Scoring.Outcome outcome = scoring.run(samples(), predictions, "Evaluating " + split, monitor);
        Protocol protocol = scoring.protocol();
        ScoreSummary summary = new ScoreSummary(outcome.scores(), protocol);
        int pictures = summary.sums().size();
        List<String> problems = new ArrayList<>();
        data.problems().forEach(problem -> problems.add(text(problem)));
        problems.addAll(outcome.problems());
        if (pictures == 0) {
            throw nothing(outcome, problems, predictions.surplus());
        }
        EvaluationReport report = new EvaluationReport(
                subject.name(),
                protocol.name(),
                protocol.rules(),
                pooling.text(),
                data.root().toString(),
                data.fingerprint(),
                split,
                subject.weights(),
                pictures,
                samples().size() - pictures,
                problems,
                pooling.over(summary.sums()),
                summary.intervals(),
                details(summary, outcome, predictions));
        String stem = stem();
        AtomicFiles.writeString(
                folder.resolve(stem + ".csv"), ScoreCsv.of(ScoreSummary.worstFirst(outcome.scores(), protocol)));
        Json.writeFile(folder.resolve(stem + ".json"), report);
        return report;
    }

    private EvaluationDetails details(ScoreSummary summary, Scoring.Outcome outcome, Predictions predictions) {
        List<String> notes = new ArrayList<>(predictions.notes());
        notes.addAll(summary.doubts(scoring.protocol()));
        outcome.resized().forEach((what, count) -> notes.add(count + " predictions " + what));
        return new EvaluationDetails(
                summary.shares(),
                summary.bands(scoring.bands()),
                summary.edges(),
                summary.worst(),
                notes,
                outcome.missing(),
                predictions.surplus());
    }

    private UserException nothing(Scoring.Outcome outcome, List<String> problems, List<String> surplus) {
        String why = outcome.missing().isEmpty()
                ? ""
                : "; for " + outcome.missing().size() + " pictures there is no prediction, the first "
                        + outcome.missing().get(0)
                        + (surplus.isEmpty() ? "" : ", and files are called " + surplus.get(0) + " and the like");
        return new UserException(
                "No picture of " + data.root() + " could be scored under the protocol "
                        + scoring.protocol().name() + why,
                "Check the names, the depth scale and the files"
                        + (problems.isEmpty()
                                ? ""
                                : "; the first problem is " + problems.get(0).replaceAll("\\.$", "")));
    }

    /** Of the files, without the ending. */
    public String stem() {
        Path name = data.root().toAbsolutePath().normalize().getFileName();
        String dataset = name == null ? "data" : name.toString();
        return (dataset + "_" + split + "_" + scoring.protocol().name()).replaceAll("[^\\p{L}\\p{N}._-]+", "-");
    }

    private static String text(DataProblem problem) {
        return problem.file() + ": " + problem.description();
    }
}
