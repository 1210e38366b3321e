package dev.fathom.run;

import java.util.List;

/**
 * How a relative prediction was turned into metres.
 *
 * @param prediction the file
 * @param files what was written, one for each format
 * @param formula in words and numbers
 * @param space {@code depth} or {@code inverse}, in which the line was fitted
 * @param scale of the line
 * @param shift of the line; metres, or one over metres
 * @param points that lie on a pixel with a prediction
 * @param used points the line rests on; a robust fit leaves outliers out
 * @param rmse of the used points, metres
 * @param residuals of the points, none if they come from a depth map
 * @param notes points that could not be used, in sentences without a full stop
 */
public record AlignmentReport(
        String prediction,
        List<String> files,
        String formula,
        String space,
        double scale,
        double shift,
        int points,
        int used,
        double rmse,
        List<Residual> residuals,
        List<String> notes) {

    /**
     * A point.
     *
     * @param aligned what the aligned prediction has there, metres; null if that is not in front of the camera
     * @param used whether the line rests on it
     */
    public record Residual(double x, double y, double metres, Double aligned, boolean used) {}
}
