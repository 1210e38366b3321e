package dev.fathom.ui.runs;

import dev.fathom.ui.base.Numbers;
import java.util.List;
import java.util.Locale;
import javafx.beans.value.ObservableValue;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/** A log with a field that leaves only the lines with a text. */
public final class LogPane extends VBox {
    private final TextField filter = new TextField();
    private final Label count = new Label();
    private final LogView view = new LogView();
    private List<String> lines = List.of();

    public LogPane() {
        getStyleClass().add("log-pane");
        filter.setId("logFilter");
        filter.setPromptText("Only lines with this text");
        filter.setAccessibleText("Only lines with this text");
        filter.textProperty().addListener(change -> show());
        HBox.setHgrow(filter, Priority.ALWAYS);
        count.getStyleClass().add("text-muted");
        count.setMinWidth(USE_PREF_SIZE);
        HBox head = new HBox(12, filter, count);
        head.getStyleClass().add("card-head");
        view.setId("log");
        view.setAccessibleText("Log");
        view.setMinHeight(0);
        VBox.setVgrow(view, Priority.ALWAYS);
        getChildren().addAll(head, view);
    }

    void follow(ObservableValue<String> log) {
        log.addListener((property, before, now) -> take(now));
        take(log.getValue());
    }

    private void take(String text) {
        lines = text.lines().toList();
        show();
    }

    private void show() {
        String wanted = filter.getText().toLowerCase(Locale.ROOT);
        List<String> fitting = wanted.isEmpty()
                ? lines
                : lines.stream()
                        .filter(line -> line.toLowerCase(Locale.ROOT).contains(wanted))
                        .toList();
        view.show(fitting);
        count.setText(
                fitting.size() == lines.size()
                        ? Numbers.count(lines.size()) + " lines"
                        : Numbers.count(fitting.size()) + " of " + Numbers.count(lines.size()) + " lines");
    }
}
