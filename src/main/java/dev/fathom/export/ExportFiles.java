package dev.fathom.export;

import dev.fathom.core.UserException;
import dev.fathom.data.RgbFile;
import dev.fathom.export.report.PictureStrip;
import dev.fathom.export.report.ReportPage;
import dev.fathom.export.report.ReportPicture;
import dev.fathom.run.ExportReport;
import dev.fathom.run.Json;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Writes what an export has made, all of it checked before, in an order that never leaves a report beside another file. */
final class ExportFiles {
    private final ExportNames names;

    ExportFiles(ExportNames names) {
        this.names = names;
    }

    /**
     * Old reports go first, then files come, then their reports, last the page. Whoever is cut off in between leaves files
     * without a report.
     *
     * @throws UserException if one cannot be written
     */
    void write(List<ExportedModel> models, List<ExportReport> reports, List<ReportPicture> pictures) {
        try {
            Files.deleteIfExists(names.page());
            for (ExportReport report : reports) {
                Files.deleteIfExists(names.report(report.format()));
                Files.deleteIfExists(names.folder().resolve(report.worstPicture()));
            }
            for (ExportedModel model : models) {
                model.write();
            }
            for (ExportReport report : reports) {
                writeStrip(report, pictures);
                Json.writeFile(names.report(report.format()), report);
            }
            ReportPage.write(names.page(), reports, pictures);
        } catch (IOException e) {
            throw unwritable(names.folder(), e);
        }
    }

    private void writeStrip(ExportReport report, List<ReportPicture> pictures) throws IOException {
        for (ReportPicture picture : pictures) {
            if (picture.format() == report.format()) {
                RgbFile.writePng(names.folder().resolve(report.worstPicture()), PictureStrip.of(picture));
            }
        }
    }

    static UserException unwritable(Path file, IOException e) {
        return new UserException(
                "Cannot write " + file + ": " + e.getMessage(),
                "Check that the disk has space and that you may write there",
                e);
    }
}
