package dev.fathom.run;

import dev.fathom.core.Bootstrap;
import dev.fathom.core.DepthMetrics;
import java.util.List;
import java.util.Map;

/**
 * The score of predictions on a split of a data set; the metrics of each picture are in the CSV file beside it.
 *
 * @param run whose best weights were scored; of a file or a folder that belongs to no run, its name
 * @param protocol name of the protocol, without which the numbers mean nothing
 * @param rules what the protocol does, in words
 * @param pooling {@code image} or {@code pixel}; null in files that are older, which pool by image
 * @param dataset folder of the data
 * @param fingerprint of the data's names and sizes
 * @param split {@code train} or {@code val}
 * @param weights file or folder that was scored; a run's weights relative to the run folder
 * @param pictures scored
 * @param leftOut pictures that could not be read or have no valid depth
 * @param problems files that could not be read or paired, each with the reason
 * @param metrics over the pictures
 * @param intervals of each metric's mean over pictures, at 95 %; null in files that are older
 * @param details null in files that are older
 */
public record EvaluationReport(
        String run,
        String protocol,
        String rules,
        String pooling,
        String dataset,
        String fingerprint,
        String split,
        String weights,
        int pictures,
        int leftOut,
        List<String> problems,
        DepthMetrics metrics,
        Map<String, Bootstrap.Interval> intervals,
        EvaluationDetails details) {}
