package dev.fathom.run;

import java.util.List;

/**
 * What was predicted.
 *
 * @param model run or file
 * @param out folder that got the files, one folder a format
 * @param unitsPerMetre of 16-bit PNG files
 * @param pictures predicted
 * @param written the first of them; all are in {@code predictions.csv}
 * @param problems pictures that could not be predicted, each with the reason
 * @param notes what was assumed and changed, in sentences without a full stop
 */
public record PredictionReport(
        String model,
        String out,
        List<String> formats,
        double unitsPerMetre,
        int pictures,
        List<Written> written,
        List<String> problems,
        List<String> notes) {

    /**
     * A picture and its depth.
     *
     * @param picture the file
     * @param files one for each format, in their order
     * @param width of the files, pixels
     * @param height of the files, pixels
     * @param near smallest valid depth in metres, null as far if none is valid
     * @param far largest valid depth in metres
     */
    public record Written(String picture, List<String> files, int width, int height, Double near, Double far) {}
}
