package dev.fathom.export;

import dev.fathom.core.DepthMetrics;
import dev.fathom.run.ParityReport;
import java.util.function.Function;

/**
 * Engine and file on one picture.
 *
 * @param low smallest output of the engine
 * @param high largest output of the engine
 * @param max largest absolute difference, in metres; infinite if one of the two is not a number where the other is
 * @param mean mean absolute difference, in metres
 */
record PictureParity(
        String id,
        double low,
        double high,
        double max,
        double mean,
        DepthMetrics engineMetrics,
        DepthMetrics fileMetrics) {

    /** @param score metrics of a raw output */
    static PictureParity of(String id, float[] engine, float[] file, Function<float[], DepthMetrics> score) {
        if (engine.length != file.length) {
            throw new IllegalArgumentException(
                    "the engine gives " + engine.length + " values, the file " + file.length);
        }
        double low = Double.POSITIVE_INFINITY;
        double high = Double.NEGATIVE_INFINITY;
        double max = 0;
        double sum = 0;
        for (int i = 0; i < engine.length; i++) {
            double difference = difference(engine[i], file[i]);
            max = Math.max(max, difference);
            sum += difference;
            low = Math.min(low, engine[i]);
            high = Math.max(high, engine[i]);
        }
        return new PictureParity(id, low, high, max, sum / engine.length, score.apply(engine), score.apply(file));
    }

    private static double difference(float a, float b) {
        double difference = Math.abs((double) a - b);
        if (Double.isNaN(difference)) {
            return Float.compare(a, b) == 0 ? 0 : Double.POSITIVE_INFINITY;
        }
        return difference;
    }

    ParityReport.Picture row(double range) {
        return new ParityReport.Picture(id, max, mean, max / range, mean / range);
    }
}
