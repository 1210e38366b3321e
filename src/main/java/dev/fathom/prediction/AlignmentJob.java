package dev.fathom.prediction;

import dev.fathom.core.DepthMap;
import dev.fathom.core.PointFit;
import dev.fathom.core.UserException;
import dev.fathom.run.AlignmentReport;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * Turns relative predictions into metres with the help of known points, one fit for each prediction.
 *
 * @param robust whether outliers are left out
 */
public record AlignmentJob(
        PointFit.Space space,
        PointFit.Freedom freedom,
        boolean robust,
        Set<OutputFormat> formats,
        OutputOptions options,
        Path out) {

    /** Points with a prediction, and those without one. */
    private record Matched(
            List<KnownPoints.Point> points, double[] predicted, double[] metres, List<KnownPoints.Point> without) {}

    /**
     * Fits and writes.
     *
     * @param relative depth up to scale and shift; inverse depth inverted
     * @param itemised whether each point is reported: its residual, or that it has no prediction
     * @throws UserException if a point lies outside, or the points do not determine the fit
     */
    public AlignmentReport run(PictureInput input, DepthMap relative, KnownPoints known, boolean itemised)
            throws IOException {
        Matched matched = match(relative, known);
        List<String> notes = new ArrayList<>(leftOut(matched.without, itemised));
        PointFit fit = PointFit.of(matched.predicted, matched.metres, space, freedom, robust);
        DepthMap aligned = fit.apply(relative);
        long lost = relative.valid().count() - aligned.valid().count();
        if (lost > 0) {
            notes.add(lost + " pixels would lie behind the camera or infinitely far, and are not valid");
        }
        List<String> files = new ArrayList<>();
        for (OutputFormat format : formats) {
            Path file = format.file(out, input.stem());
            format.write(file, aligned, null, options);
            files.add(file.toString());
        }
        return new AlignmentReport(
                input.file().toString(),
                files,
                formula(fit),
                space.name().toLowerCase(Locale.ROOT),
                fit.line().scale(),
                fit.line().shift(),
                matched.predicted.length,
                fit.inliers(),
                fit.rmse(),
                itemised ? residuals(matched, fit) : List.of(),
                notes);
    }

    private static Matched match(DepthMap relative, KnownPoints known) {
        List<KnownPoints.Point> points = new ArrayList<>();
        List<Double> predicted = new ArrayList<>();
        List<KnownPoints.Point> without = new ArrayList<>();
        for (KnownPoints.Point point : known.points()) {
            int x = (int) Math.round(point.x());
            int y = (int) Math.round(point.y());
            if (x < 0 || y < 0 || x >= relative.width() || y >= relative.height()) {
                throw new UserException(
                        "The point " + point.x() + "," + point.y() + " lies outside of the prediction's "
                                + relative.width() + " columns and " + relative.height() + " rows",
                        "Give columns and rows of the prediction, from 0");
            }
            if (relative.valid().get(x, y)) {
                points.add(point);
                predicted.add((double) relative.metres(x, y));
            } else {
                without.add(point);
            }
        }
        double[] metres = points.stream().mapToDouble(KnownPoints.Point::metres).toArray();
        return new Matched(
                points, predicted.stream().mapToDouble(Double::doubleValue).toArray(), metres, without);
    }

    private static List<String> leftOut(List<KnownPoints.Point> points, boolean itemised) {
        if (itemised) {
            return points.stream()
                    .map(p -> "There is no prediction at " + p.x() + "," + p.y() + ", which is left out")
                    .toList();
        }
        return points.isEmpty()
                ? List.of()
                : List.of("Known pixels without a prediction are left out: " + points.size());
    }

    private String formula(PointFit fit) {
        String line = String.format(
                Locale.ROOT,
                "%.6g x predicted%s",
                fit.line().scale(),
                shift(fit.line().shift()));
        return space == PointFit.Space.DEPTH ? "metres = " + line : "1 / metres = " + line + " (inverse depth)";
    }

    private static String shift(double shift) {
        return shift == 0 ? "" : String.format(Locale.ROOT, " %s %.6g", shift < 0 ? "-" : "+", Math.abs(shift));
    }

    private static List<AlignmentReport.Residual> residuals(Matched matched, PointFit fit) {
        List<AlignmentReport.Residual> residuals = new ArrayList<>();
        for (int i = 0; i < matched.points.size(); i++) {
            KnownPoints.Point point = matched.points.get(i);
            double aligned = point.metres() + fit.residuals()[i];
            residuals.add(new AlignmentReport.Residual(
                    point.x(), point.y(), point.metres(), Double.isFinite(aligned) ? aligned : null, fit.used()[i]));
        }
        return residuals;
    }
}
