package dev.fathom.export.report;

import dev.fathom.core.DepthMap;
import dev.fathom.core.RgbImage;
import dev.fathom.run.ExportFormat;

/**
 * One picture seen by the engine and by an exported file, to be shown side by side.
 *
 * @param format of the file
 * @param id name of the picture
 * @param rgb what both were given
 * @param engine depth of the engine
 * @param file depth of the file, of the same size
 */
public record ReportPicture(ExportFormat format, String id, RgbImage rgb, DepthMap engine, DepthMap file) {
    public ReportPicture {
        if (engine.width() != file.width() || engine.height() != file.height()) {
            throw new IllegalArgumentException("two depth maps of different size");
        }
    }
}
