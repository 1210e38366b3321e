package dev.fathom.export;

import dev.fathom.core.DepthMap;
import dev.fathom.core.DepthMetrics;
import dev.fathom.core.ImageSize;
import dev.fathom.core.MaiProtocol;
import dev.fathom.core.Protocol;
import dev.fathom.core.UserException;
import dev.fathom.data.BadSampleException;
import dev.fathom.data.DecodedSample;
import dev.fathom.data.Sample;
import dev.fathom.data.SampleReader;
import dev.fathom.export.ir.Shape;
import dev.fathom.export.tflite.TfliteInterpreter;
import dev.fathom.export.tflite.TfliteModel;
import dev.fathom.run.ParityReport;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Runs pictures through the engine and through the exported file and compares the raw outputs.
 *
 * <p>The differences are shares of the engine's output range over all pictures, not of each picture's own: the rounding
 * of floats grows with the values, and a wall seen head-on has next to no range.
 */
public final class ParityCheck {
    /** Largest difference of a float file, as a share of the range. */
    public static final double FLOAT_LIMIT = 1e-4;

    private static final String RULES =
            "absolute difference of the raw main outputs, pixel by pixel; shares are of the engine's largest minus"
                    + " smallest output over all pictures; metrics are means over the pictures with ground truth";

    private final Protocol protocol = new MaiProtocol();
    private final List<PictureParity> pictures = new ArrayList<>();
    private final List<String> leftOut = new ArrayList<>();

    private ParityCheck() {}

    /**
     * Compares on samples; one that cannot be read is left out and listed.
     *
     * @param unitsPerMetre raw depth units of the samples per metre
     * @throws UserException if not one picture can be read
     * @throws java.util.concurrent.CancellationException if the monitor says so
     */
    public static ParityReport run(
            TfliteModel model, DepthEngine engine, List<Sample> samples, double unitsPerMetre, Monitor monitor) {
        ParityCheck check = new ParityCheck();
        try (TfliteInterpreter interpreter = new TfliteInterpreter(model, 1)) {
            Shape image = interpreter.inputShape(0);
            SampleReader reader = new SampleReader(new ImageSize(image.height(), image.width()), unitsPerMetre);
            for (Sample sample : samples) {
                monitor.checkpoint("Checking the file", check.done(), samples.size());
                check.compare(sample, reader, engine, interpreter);
            }
        }
        monitor.checkpoint("Checking the file", samples.size(), samples.size());
        return check.report(model);
    }

    private int done() {
        return pictures.size() + leftOut.size();
    }

    private void compare(Sample sample, SampleReader reader, DepthEngine engine, TfliteInterpreter interpreter) {
        DecodedSample decoded;
        try {
            decoded = reader.read(sample);
        } catch (BadSampleException e) {
            leftOut.add(e.problem().file() + ": " + e.problem().description());
            return;
        }
        float[] expected = engine.depth(decoded.image());
        float[] actual = interpreter.run(ImageInput.floats(decoded.image()));
        Shape out = interpreter.outputShape(0);
        pictures.add(PictureParity.of(sample.stem(), expected, actual, raw -> decoded.depth()
                .map(truth -> score(raw, out, truth.toDepthMap()))
                .orElse(DepthMetrics.empty())));
    }

    private DepthMetrics score(float[] prediction, Shape out, DepthMap truth) {
        DepthMap depth = DepthMap.ofPositive(out.width(), out.height(), prediction);
        return protocol.measure(depth.resizeNearest(truth.width(), truth.height()), truth);
    }

    private ParityReport report(TfliteModel model) {
        if (pictures.isEmpty()) {
            throw new UserException(
                    "Not one picture could be read to check " + model.source(),
                    leftOut.isEmpty() ? "Name a data set with validation pictures" : leftOut.get(0));
        }
        double range = outputRange();
        List<ParityReport.Picture> rows =
                pictures.stream().map(p -> p.row(range)).toList();
        ParityReport.Picture worst = rows.stream()
                .max(Comparator.comparingDouble(ParityReport.Picture::maxShare))
                .orElseThrow();
        return new ParityReport(
                RULES,
                range,
                FLOAT_LIMIT,
                worst.maxShare() < FLOAT_LIMIT,
                worst.maxShare(),
                rows.stream()
                        .mapToDouble(ParityReport.Picture::meanShare)
                        .average()
                        .orElseThrow(),
                worst.id(),
                protocol.name() + ": " + protocol.rules(),
                mean(pictures.stream().map(PictureParity::engineMetrics).toList()),
                mean(pictures.stream().map(PictureParity::fileMetrics).toList()),
                rows,
                leftOut);
    }

    /** A network that says the same everywhere has no range; one metre stands in for it. */
    private double outputRange() {
        double low = pictures.stream().mapToDouble(PictureParity::low).min().orElseThrow();
        double high = pictures.stream().mapToDouble(PictureParity::high).max().orElseThrow();
        return high > low ? high - low : 1;
    }

    private static DepthMetrics mean(List<DepthMetrics> metrics) {
        DepthMetrics mean = DepthMetrics.mean(metrics);
        return mean.pixels() == 0 ? null : mean;
    }
}
