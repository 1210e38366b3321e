package dev.fathom.prediction;

import dev.fathom.core.Bootstrap;
import dev.fathom.core.DepthBands;
import dev.fathom.core.DepthMetrics;
import dev.fathom.core.EdgeCounts;
import dev.fathom.core.ErrorSums;
import dev.fathom.core.Protocol;
import dev.fathom.run.EvaluationDetails;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

/** Means, intervals and rankings of scored pictures. */
final class ScoreSummary {
    private static final int WORST = 20;

    /** No network is wrong by so much on average; a wrong unit is. */
    private static final double STRANGE_RATIO = 20;

    private final List<PictureScore> scored;
    private final String ranking;

    /** @param scores of which those without a scored pixel are left out */
    ScoreSummary(List<PictureScore> scores, Protocol protocol) {
        this.scored = scores.stream().filter(PictureScore::scored).toList();
        this.ranking = protocol.name().equals("mai") ? "si_rmse" : "abs_rel";
    }

    List<ErrorSums> sums() {
        return scored.stream().map(PictureScore::sums).toList();
    }

    /** Of the mean over images, which is what a number of images says something about. */
    Map<String, Bootstrap.Interval> intervals() {
        Map<String, Bootstrap.Interval> intervals = new LinkedHashMap<>();
        for (String name : MetricNames.all(DepthMetrics.empty()).keySet()) {
            intervals.put(name, Bootstrap.ofMean(values(name)));
        }
        double[] f1 = scored.stream()
                .mapToDouble(one -> one.edges().get(0).f1())
                .filter(Double::isFinite)
                .toArray();
        intervals.put("edge_f1", Bootstrap.ofMean(f1));
        return intervals;
    }

    private double[] values(String metric) {
        return scored.stream()
                .mapToDouble(one -> MetricNames.all(one.metrics()).get(metric))
                .toArray();
    }

    /** All pictures, those with the largest error first. */
    static List<PictureScore> worstFirst(List<PictureScore> scores, Protocol protocol) {
        ScoreSummary summary = new ScoreSummary(scores, protocol);
        Stream<PictureScore> nothing = scores.stream().filter(one -> !one.scored());
        return Stream.concat(summary.ranked(), nothing).toList();
    }

    private Stream<PictureScore> ranked() {
        return scored.stream().sorted(Comparator.comparingDouble(this::error).reversed());
    }

    private double error(PictureScore score) {
        return MetricNames.all(score.metrics()).get(ranking);
    }

    List<EvaluationDetails.Worst> worst() {
        return ranked().limit(WORST)
                .map(one -> new EvaluationDetails.Worst(one.picture(), ranking, error(one)))
                .toList();
    }

    /**
     * What looks as if the numbers were misread, in sentences without a full stop.
     *
     * @param protocol whose predictions were scored; one that aligns them makes the unit good
     */
    List<String> doubts(Protocol protocol) {
        List<String> doubts = new ArrayList<>();
        long holed = scored.stream().filter(one -> one.predictedShare() < 1).count();
        if (holed > 0) {
            doubts.add(holed + " predictions have pixels that are not finite numbers above 0; the protocol "
                    + protocol.name() + " scores them as the nearest or the farthest depth");
        }
        ErrorSums all = sums().stream().reduce(ErrorSums.NONE, ErrorSums::plus);
        double ratio = Math.exp(all.logs() / all.pixels());
        if (holed == 0 && (ratio > STRANGE_RATIO || ratio < 1 / STRANGE_RATIO)) {
            doubts.add(String.format(
                    Locale.ROOT,
                    "On average the predictions are %s times the truth: look at the unit of both (--scale for"
                            + " prediction files, --output-unit for .tflite files, --depth-scale for the truth), and"
                            + " whether they are inverse depth (--inverse)",
                    ratio > 1 ? String.valueOf(Math.round(ratio)) : "1/" + Math.round(1 / ratio)));
        }
        return doubts;
    }

    EvaluationDetails.Shares shares() {
        return new EvaluationDetails.Shares(
                mean(scored.stream().map(PictureScore::truthShare)),
                mean(scored.stream().map(PictureScore::scoredShare)),
                mean(scored.stream().map(PictureScore::predictedShare)));
    }

    List<EvaluationDetails.Band> bands(DepthBands bands) {
        List<EvaluationDetails.Band> all = new ArrayList<>();
        long pixels = sums().stream().mapToLong(ErrorSums::pixels).sum();
        for (int i = 0; i < bands.count(); i++) {
            int band = i;
            ErrorSums sums = scored.stream().map(one -> one.bands().get(band)).reduce(ErrorSums.NONE, ErrorSums::plus);
            DepthMetrics m = sums.metrics();
            double end = bands.end(band);
            all.add(new EvaluationDetails.Band(
                    bands.starts().get(band),
                    Double.isInfinite(end) ? null : (Double) end,
                    sums.pixels(),
                    (double) sums.pixels() / pixels,
                    known(m.rmse()),
                    known(m.absRel()),
                    known(m.siRmse()),
                    known(m.d1())));
        }
        return all;
    }

    List<EvaluationDetails.Edges> edges() {
        List<EvaluationDetails.Edges> all = new ArrayList<>();
        for (int i = 0; i < PictureScore.THRESHOLDS.size(); i++) {
            int threshold = i;
            List<EdgeCounts> counts =
                    scored.stream().map(one -> one.edges().get(threshold)).toList();
            all.add(new EvaluationDetails.Edges(
                    PictureScore.THRESHOLDS.get(threshold),
                    (int) counts.stream().filter(one -> one.actual() > 0).count(),
                    known(mean(counts.stream().map(EdgeCounts::precision))),
                    known(mean(counts.stream().map(EdgeCounts::recall))),
                    known(mean(counts.stream().map(EdgeCounts::f1)))));
        }
        return all;
    }

    /** Of the values that are numbers; NaN if none is. */
    private static double mean(Stream<Double> values) {
        return values.filter(value -> !value.isNaN())
                .mapToDouble(Double::doubleValue)
                .average()
                .orElse(Double.NaN);
    }

    private static Double known(double value) {
        return Double.isNaN(value) ? null : (Double) value;
    }
}
