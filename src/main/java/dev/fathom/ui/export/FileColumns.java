package dev.fathom.ui.export;

import dev.fathom.run.ExportReport;
import dev.fathom.ui.base.Numbers;
import java.util.Locale;
import java.util.function.Function;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;

/** What the table of exported files writes into its columns. */
final class FileColumns {
    static final String GOOD = "✓ passed";
    static final String BAD = "✗ failed";

    private FileColumns() {}

    static void fill(TableColumn<ExportedFile, String> column, Function<ExportedFile, String> text) {
        column.setCellValueFactory(row -> new ReadOnlyStringWrapper(text.apply(row.getValue())));
        column.setReorderable(false);
    }

    /** Of the report, or a dash where it cannot be read. */
    static Function<ExportedFile, String> reported(Function<ExportReport, String> text) {
        return file -> file.report() == null ? Numbers.NONE : text.apply(file.report());
    }

    static String check(ExportedFile file) {
        if (file.problem() != null) {
            return BAD;
        }
        if (file.report().parity() == null) {
            return "not checked";
        }
        return file.report().parity().passed() ? GOOD : BAD;
    }

    static String difference(ExportReport report) {
        return report.parity() == null
                ? Numbers.NONE
                : String.format(Locale.ROOT, "%.1e", report.parity().maxShare());
    }

    static String metric(ExportReport report) {
        return report.parity() == null || report.parity().engineMetrics() == null
                ? Numbers.NONE
                : String.format(
                        Locale.ROOT,
                        "%.4f → %.4f",
                        report.parity().engineMetrics().siRmse(),
                        report.parity().fileMetrics().siRmse());
    }

    static String delegate(ExportReport report) {
        int outside = report.notDelegated().size();
        return outside == 0 && report.xnnpackPartitions() == 1
                ? "whole"
                : report.xnnpackPartitions() + " parts, " + outside + " outside";
    }

    static String latency(ExportReport report) {
        return String.format(
                Locale.ROOT, "%.2f ms", report.latency().statistics().p50());
    }

    /** A cell that is green or red by its text. */
    static TableCell<ExportedFile, String> checkCell() {
        return new TableCell<>() {
            @Override
            protected void updateItem(String text, boolean empty) {
                super.updateItem(text, empty);
                setText(empty ? null : text);
                getStyleClass().removeAll("check-good", "check-bad");
                if (GOOD.equals(text)) {
                    getStyleClass().add("check-good");
                } else if (BAD.equals(text)) {
                    getStyleClass().add("check-bad");
                }
            }
        };
    }
}
