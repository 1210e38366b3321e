package dev.fathom.study;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * What came out of a study so far.
 *
 * @param title the study's name and description
 * @param lines one a row
 * @param runs one a row and seed
 * @param caption how the numbers were made
 */
public record StudyTable(String title, List<Column> columns, List<Line> lines, List<SeedRun> runs, String caption) {

    /**
     * A row over its seeds.
     *
     * @param wanted number of seeds
     */
    record Line(String row, int wanted, Map<Column, Statistic> values) {

        /** How many seeds have been scored. */
        int scored() {
            return values.values().stream().mapToInt(Statistic::n).max().orElse(0);
        }

        /** {@code 3}, or {@code 2 of 3} where some are missing. */
        String count() {
            return scored() == wanted ? String.valueOf(wanted) : scored() + " of " + wanted;
        }
    }

    /**
     * A row with one seed.
     *
     * @param run id of the run, or empty
     * @param state in one word
     * @param remark why it has no numbers, or empty
     */
    record SeedRun(String row, long seed, String run, String state, String remark, Map<Column, Double> values) {}

    static StudyTable of(StudyPlan plan, StudyFolder folder, Progress progress) {
        StudyFile study = plan.study();
        List<Line> lines = new ArrayList<>();
        List<SeedRun> runs = new ArrayList<>();
        JsonNode report = null;
        for (Map.Entry<String, List<PlannedRun>> row : plan.rows().entrySet()) {
            List<SeedRun> seeds = new ArrayList<>();
            for (PlannedRun planned : row.getValue()) {
                Progress.Standing standing = progress.of(planned);
                JsonNode score = standing.run() == null ? null : folder.result("evaluate", standing.run());
                report = report == null ? score : report;
                seeds.add(seedRun(row.getKey(), planned, standing, score, values(study, folder, standing, score)));
            }
            runs.addAll(seeds);
            lines.add(line(row.getKey(), study.columns(), seeds));
        }
        String title = study.name() + (study.description().isEmpty() ? "" : ": " + study.description());
        return new StudyTable(title, study.columns(), lines, runs, caption(report));
    }

    private static SeedRun seedRun(
            String row, PlannedRun planned, Progress.Standing standing, JsonNode score, Map<Column, Double> values) {
        boolean unscored = standing.kind() == Progress.Kind.FINISHED && score == null;
        return new SeedRun(
                row,
                planned.seed(),
                standing.run() == null ? "" : standing.run().id(),
                standing.kind().text(),
                unscored && standing.remark().isEmpty() ? "not scored yet" : standing.remark(),
                values);
    }

    private static Map<Column, Double> values(
            StudyFile study, StudyFolder folder, Progress.Standing standing, JsonNode score) {
        Map<Column, Double> values = new EnumMap<>(Column.class);
        if (score != null) {
            JsonNode latency = folder.result("latency", standing.run());
            for (Column column : study.columns()) {
                JsonNode report = column == Column.LATENCY ? latency : score;
                JsonNode value = report == null ? null : report.at(column.pointer());
                if (value != null && value.isNumber()) {
                    values.put(column, value.asDouble());
                }
            }
        }
        return values;
    }

    private static Line line(String row, List<Column> columns, List<SeedRun> seeds) {
        Map<Column, Statistic> values = new EnumMap<>(Column.class);
        for (Column column : columns) {
            values.put(
                    column,
                    Statistic.of(seeds.stream()
                            .map(seed -> seed.values().get(column))
                            .filter(value -> value != null)
                            .toList()));
        }
        return new Line(row, seeds.size(), values);
    }

    /** Without the protocol the numbers mean nothing. */
    private static String caption(JsonNode report) {
        String how = "Mean ± sample standard deviation over n seeds; each run is scored by fathom evaluate with its"
                + " best-by-validation weights";
        return report == null
                ? how + "."
                : how + " on " + report.get("dataset").asText() + "/"
                        + report.get("split").asText() + " ("
                        + report.get("pictures").asInt()
                        + " pictures, the ones that also chose the weights). Protocol "
                        + report.get("protocol").asText() + ": "
                        + report.get("rules").asText() + ".";
    }

    /** The number of a cell as people read it: {@code 0.1234 ± 0.0056}. */
    static String cell(Column column, Statistic value, String plusMinus) {
        if (value.n() == 0) {
            return "-";
        }
        String mean = column.text(value.mean());
        return value.n() == 1 || column.isConstant() ? mean : mean + plusMinus + column.text(value.std());
    }

    /** One sentence for each row and seed that has no numbers. */
    List<String> remarks() {
        return runs.stream()
                .filter(run -> !run.remark().isEmpty())
                .map(run -> run.row() + ", seed " + run.seed() + ": " + run.state()
                        + (run.remark().equals(run.state()) ? "" : ", " + run.remark()))
                .toList();
    }

    /** For people and for pasting into a page. */
    public String markdown() {
        return TableText.markdown(this);
    }

    /** Writes {@code table.md}, {@code table.csv}, {@code table.tex} and {@code runs.csv}. */
    public void write(StudyFolder folder) throws IOException {
        folder.writeText("table.md", TableText.markdown(this));
        folder.writeText("table.tex", TableText.latex(this));
        folder.writeText("table.csv", TableCsv.rows(this));
        folder.writeText("runs.csv", TableCsv.runs(this));
    }
}
