package dev.fathom.export;

import dev.fathom.core.ImageSize;
import dev.fathom.core.Monitor;
import dev.fathom.core.UserException;
import dev.fathom.data.BadSampleException;
import dev.fathom.data.Sample;
import dev.fathom.data.SampleReader;
import dev.fathom.export.ir.LiteGraph;
import dev.fathom.export.ir.Shape;
import dev.fathom.export.quantise.Calibration;
import dev.fathom.export.quantise.Ranges;
import dev.fathom.run.ExportReport;
import java.util.ArrayList;
import java.util.List;

/** Pictures that show which values a network's tensors take. */
final class CalibrationPictures {
    private static final String STAGE = "Calibrating";

    private static final int BRIGHTEST = 255;

    private final List<Sample> samples;
    private final Monitor monitor;
    private final List<String> leftOut = new ArrayList<>();

    /** @param samples of which the depth is not needed */
    CalibrationPictures(List<Sample> samples, Monitor monitor) {
        this.samples = samples.stream().map(Sample::withoutDepth).toList();
        this.monitor = monitor;
    }

    /** As many as wanted, evenly spread over all. */
    static List<Sample> spread(List<Sample> all, int wanted) {
        int count = Math.min(wanted, all.size());
        List<Sample> chosen = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            chosen.add(all.get((int) ((long) i * all.size() / count)));
        }
        return chosen;
    }

    /**
     * Runs them through the graph.
     *
     * @throws UserException if not one can be read
     * @throws java.util.concurrent.CancellationException if the monitor says so
     */
    Ranges ranges(LiteGraph graph) {
        Shape image = graph.inputs().values().iterator().next();
        SampleReader reader = new SampleReader(new ImageSize(image.height(), image.width()));
        leftOut.clear();
        try (Calibration calibration = new Calibration(graph)) {
            // A step of exactly 1: pixels go in as they are.
            calibration.allow(0, BRIGHTEST);
            for (int i = 0; i < samples.size(); i++) {
                monitor.checkpoint(STAGE, i, samples.size());
                add(samples.get(i), reader, calibration);
            }
            monitor.checkpoint(STAGE, samples.size(), samples.size());
            if (samples.size() == leftOut.size()) {
                throw new UserException(
                        "Not one picture could be read to find the scales of whole numbers"
                                + (leftOut.isEmpty() ? "" : ", the first: " + leftOut.get(0)),
                        "Name a data set with training pictures");
            }
            return calibration.ranges();
        }
    }

    private void add(Sample sample, SampleReader reader, Calibration calibration) {
        try {
            calibration.add(ImageInput.floats(reader.read(sample).image()));
        } catch (BadSampleException e) {
            leftOut.add(e.problem().file() + ": " + e.problem().description());
        }
    }

    /** For the report: what was used. */
    ExportReport.Calibration report() {
        return new ExportReport.Calibration(samples.size() - leftOut.size(), leftOut);
    }
}
