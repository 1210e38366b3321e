package dev.fathom.prediction;

import dev.fathom.core.DepthBands;
import dev.fathom.core.DepthMap;
import dev.fathom.core.ImageSize;
import dev.fathom.core.Monitor;
import dev.fathom.core.Protocol;
import dev.fathom.core.UserException;
import dev.fathom.data.Sample;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Scores predictions on every picture of a split at the truth's size. A few pictures are in memory at a time.
 *
 * @param bands ranges of depth that are scored apart
 */
public record Scoring(Protocol protocol, DepthBands bands) {
    private static final int AT_ONCE = 8;

    /** Everything there is to report. */
    record Outcome(
            List<PictureScore> scores, List<String> problems, List<String> missing, Map<String, Integer> resized) {
        Outcome() {
            this(new ArrayList<>(), new ArrayList<>(), new ArrayList<>(), new TreeMap<>());
        }
    }

    /** One picture: its score, or what is wrong with it. */
    private record One(PictureScore score, String problem, String resized) {}

    /**
     * Scores a split.
     *
     * @throws java.util.concurrent.CancellationException if the monitor says so
     */
    Outcome run(List<Sample> samples, Predictions predictions, String stage, Monitor monitor) {
        Outcome outcome = new Outcome();
        for (int start = 0; start < samples.size(); start += AT_ONCE) {
            monitor.checkpoint(stage, start, samples.size());
            List<Sample> few = samples.subList(start, Math.min(samples.size(), start + AT_ONCE));
            List<Prediction> predicted = predictions.of(few);
            predicted.parallelStream().map(this::score).toList().forEach(one -> add(one, outcome));
            predicted.stream()
                    .filter(p -> p.depth().isEmpty() && p.problem().isEmpty())
                    .forEach(p -> outcome.missing.add(p.sample().stem()));
        }
        monitor.checkpoint(stage, samples.size(), samples.size());
        return outcome;
    }

    private static void add(One one, Outcome outcome) {
        if (one.score != null) {
            outcome.scores.add(one.score);
        }
        if (one.problem != null) {
            outcome.problems.add(one.problem);
        }
        if (one.resized != null) {
            outcome.resized.merge(one.resized, 1, Integer::sum);
        }
    }

    private One score(Prediction predicted) {
        String stem = predicted.sample().stem();
        if (predicted.depth().isEmpty()) {
            return new One(null, predicted.problem().map(p -> stem + ": " + p).orElse(null), null);
        }
        DepthMap truth;
        try {
            truth = predicted.sample().depth().orElseThrow().read().toDepthMap();
        } catch (UserException e) {
            return new One(null, stem + ": " + e.sentence(), null);
        }
        if (truth.valid().count() == 0) {
            return new One(null, stem + ": its truth has not one valid pixel.", null);
        }
        DepthMap prediction = predicted.depth().get();
        DepthMap fitted = protocol.resize().resize(prediction, truth.width(), truth.height());
        PictureScore score = PictureScore.of(stem, fitted, truth, protocol, bands);
        return new One(score, null, fitted == prediction ? null : resized(prediction, truth));
    }

    private String resized(DepthMap from, DepthMap to) {
        ImageSize truth = new ImageSize(to.height(), to.width());
        boolean same = new ImageSize(from.height(), from.width()).isProportionalTo(truth);
        return "of " + from.height() + "x" + from.width() + " were resized to the truth's " + to.height() + "x"
                + to.width() + " (" + protocol.resize().rule() + ")"
                + (same
                        ? ""
                        : ", which are other proportions: if they show a part of the picture, the score means nothing");
    }
}
