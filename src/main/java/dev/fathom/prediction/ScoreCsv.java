package dev.fathom.prediction;

import dev.fathom.core.CsvCell;
import dev.fathom.core.DepthMetrics;
import dev.fathom.core.EdgeCounts;
import java.util.List;

/** One line of comma-separated values a picture. */
final class ScoreCsv {
    private ScoreCsv() {}

    /** With a line of names; empty cells where there is no number. */
    static String of(List<PictureScore> scores) {
        StringBuilder csv = new StringBuilder("picture,pixels,"
                + String.join(",", MetricNames.all(DepthMetrics.empty()).keySet())
                + ",edge_precision,edge_recall,edge_f1,truth_share,scored_share,predicted_share\n");
        for (PictureScore score : scores) {
            csv.append(CsvCell.of(score.picture()))
                    .append(',')
                    .append(score.metrics().pixels());
            MetricNames.all(score.metrics()).values().forEach(value -> add(csv, value));
            EdgeCounts edges = score.edges().get(0);
            add(csv, edges.precision());
            add(csv, edges.recall());
            add(csv, edges.f1());
            add(csv, score.truthShare());
            add(csv, score.scoredShare());
            add(csv, score.predictedShare());
            csv.append('\n');
        }
        return csv.toString();
    }

    private static void add(StringBuilder csv, double value) {
        csv.append(',').append(Double.isNaN(value) ? "" : value);
    }
}
