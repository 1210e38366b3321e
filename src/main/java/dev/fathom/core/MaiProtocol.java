package dev.fathom.core;

/**
 * The Mobile AI depth challenge's scoring (2021 and 2022), as its evaluation script computes it.
 *
 * <p>In millimetres: prediction and truth are raised to at least 1 mm; a pixel counts if it is valid and its truth is
 * above 1 mm. With l = ln p - ln g over the n counted pixels of an image:
 *
 * <ul>
 *   <li>si-RMSE = sqrt(sum l^2 / n - (sum l)^2 / n^2)
 *   <li>RMSE = sqrt(sum (g - p)^2 / n), in metres
 *   <li>REL = sum(|p - g| / g) / n
 *   <li>LOG10 = sum |log10 p - log10 g| / n
 * </ul>
 *
 * Each is computed per image and then averaged over images. There is no clamp at 40 m and no alignment.
 */
public final class MaiProtocol implements Protocol {
    private static final double MIN_MILLIMETRES = 1.0;

    @Override
    public String name() {
        return "mai";
    }

    @Override
    public String rules() {
        return "Mobile AI challenge: valid pixels with truth above 1 mm, prediction raised to 1 mm, no upper clamp, no"
                + " alignment, natural-log si-RMSE; pooled per image, then mean over images";
    }

    @Override
    public DepthMetrics measure(DepthMap prediction, DepthMap truth) {
        if (prediction.width() != truth.width() || prediction.height() != truth.height()) {
            throw new IllegalArgumentException(prediction + " scored against " + truth);
        }
        float[] p = prediction.metres();
        float[] g = truth.metres();
        double squares = 0;
        double logs = 0;
        double logSquares = 0;
        double relative = 0;
        double logs10 = 0;
        long n = 0;
        for (int i = 0; i < g.length; i++) {
            double truthMm = g[i] * 1000.0;
            if (!truth.valid().get(i) || !(truthMm > MIN_MILLIMETRES)) {
                continue;
            }
            // An invalid prediction (NaN, zero, negative) is scored as the floor: leaving it out would reward it.
            double predMm = prediction.valid().get(i) ? Math.max(p[i] * 1000.0, MIN_MILLIMETRES) : MIN_MILLIMETRES;
            double l = Math.log(predMm) - Math.log(truthMm);
            double error = (truthMm - predMm) / 1000.0;
            squares += error * error;
            logs += l;
            logSquares += l * l;
            relative += Math.abs(predMm - truthMm) / truthMm;
            logs10 += Math.abs(l) / Math.log(10);
            n++;
        }
        if (n == 0) {
            return DepthMetrics.empty();
        }
        double variance = Math.max(0, logSquares / n - logs / n * (logs / n));
        return new DepthMetrics(Math.sqrt(variance), Math.sqrt(squares / n), relative / n, logs10 / n, n);
    }
}
