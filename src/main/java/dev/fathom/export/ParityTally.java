package dev.fathom.export;

import dev.fathom.core.DepthMap;
import dev.fathom.core.DepthMetrics;
import dev.fathom.core.MaiProtocol;
import dev.fathom.core.Protocol;
import dev.fathom.core.RgbImage;
import dev.fathom.run.ParityReport;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** What the comparison of one file with the engine has found so far. */
final class ParityTally {
    private static final String RULES =
            "absolute difference of the main outputs in metres, clamped as the file is, pixel by pixel; shares are of the"
                    + " engine's largest minus smallest output over all pictures; metrics are means over the pictures"
                    + " with ground truth";

    private final ParitySubject subject;
    private final Protocol protocol = new MaiProtocol();
    private final List<PictureParity> pictures = new ArrayList<>();
    private WorstPicture worst;

    ParityTally(ParitySubject subject) {
        this.subject = subject;
    }

    ParitySubject subject() {
        return subject;
    }

    /**
     * Adds a picture.
     *
     * @param image the picture
     * @param engine depth of the engine
     * @param file depth of the file, of the same size
     */
    void add(String id, RgbImage image, float[] engine, float[] file, Optional<DepthMap> truth) {
        float[] expected = subject.expected(engine);
        PictureParity parity = PictureParity.of(id, expected, file, metres -> truth.map(
                        t -> protocol.measure(DepthMap.ofPositive(t.width(), t.height(), metres), t))
                .orElse(DepthMetrics.empty()));
        pictures.add(parity);
        if (worst == null || parity.max() > worst.difference()) {
            worst = new WorstPicture(id, parity.max(), image, expected, file);
        }
    }

    /** @param leftOut pictures that could not be read, each with the reason */
    ParityResult result(List<String> leftOut) {
        return new ParityResult(report(leftOut), worst);
    }

    private ParityReport report(List<String> leftOut) {
        double range = outputRange();
        List<ParityReport.Picture> rows =
                pictures.stream().map(p -> p.row(range)).toList();
        ParityReport.Picture largest = rows.stream()
                .max(Comparator.comparingDouble(ParityReport.Picture::maxShare))
                .orElseThrow();
        double most = subject.limit() == null ? Double.POSITIVE_INFINITY : subject.limit();
        return new ParityReport(
                RULES,
                range,
                subject.limit(),
                largest.maxShare() < most,
                largest.maxShare(),
                rows.stream()
                        .mapToDouble(ParityReport.Picture::meanShare)
                        .average()
                        .orElseThrow(),
                largest.id(),
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
