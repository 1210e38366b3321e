package dev.fathom.ui.device;

import dev.fathom.run.RunFolder;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.function.Consumer;
import javafx.collections.ObservableList;
import javafx.scene.control.TableRow;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/** All measurements of the workspace; a double click shows the run. */
final class HistoryPane extends VBox {
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm", Locale.ROOT).withZone(ZoneId.systemDefault());

    HistoryPane(ObservableList<PastMeasurement> history, Consumer<RunFolder> onRun) {
        ReportTable<PastMeasurement> table =
                new ReportTable<>(history, "No run of this workspace has been measured yet");
        table.setId("history");
        table.setAccessibleText("Measurements of this workspace");
        table.with("When", 150, one -> TIME.format(one.report().measured()))
                .with("Run", 150, PastMeasurement::runName)
                .with("Model", 140, one -> one.report().model())
                .with("Device", 160, one -> one.report().device())
                .withNumber("Threads", 80, one -> String.valueOf(one.report().threads()))
                .withNumber(
                        "Median, ms",
                        108,
                        one -> ResultColumns.millis(one.report().statistics().p50()))
                .with("Verdict", 84, one -> ResultColumns.kind(one.report()));
        // The day without the hour says little.
        table.getColumns().get(0).setMinWidth(150);
        table.setRowFactory(view -> {
            TableRow<PastMeasurement> row = new TableRow<>();
            row.setOnMouseClicked(event -> {
                if (event.getClickCount() == 2 && !row.isEmpty()) {
                    onRun.accept(row.getItem().run());
                }
            });
            return row;
        });
        VBox.setVgrow(table, Priority.ALWAYS);
        getChildren().add(table);
    }
}
