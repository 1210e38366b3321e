package dev.fathom.export;

import dev.fathom.core.DepthMap;
import dev.fathom.core.RgbImage;
import dev.fathom.export.report.ReportPicture;
import dev.fathom.run.ExportFormat;

/**
 * The picture on which engine and file differ most so far.
 *
 * @param difference largest, in metres
 * @param engine depth of the engine as the file should give it, in metres, one value a pixel of the picture
 * @param file depth of the file
 */
record WorstPicture(String id, double difference, RgbImage image, float[] engine, float[] file) {

    /** For the page of a format. */
    ReportPicture shown(ExportFormat format) {
        return new ReportPicture(format, id, image, map(engine), map(file));
    }

    private DepthMap map(float[] metres) {
        return DepthMap.ofPositive(image.width(), image.height(), metres);
    }
}
