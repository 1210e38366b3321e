package dev.fathom.ui.data;

import dev.fathom.data.check.CheckReport;
import dev.fathom.data.check.Issue;
import dev.fathom.ui.base.Copying;
import dev.fathom.ui.base.Reason;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.scene.control.Button;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Label;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableRow;
import javafx.scene.control.TableView;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.scene.text.Text;
import org.kordamp.ikonli.javafx.FontIcon;

/** What a check found wrong, a row each. */
final class IssuesPane extends VBox {
    /** Of a cell, at both sides together. */
    private static final double PADDING = 20;

    private final Label summary = new Label();
    private final ObservableList<Issue> issues = FXCollections.observableArrayList();
    private final TableView<Issue> table = new TableView<>(issues);
    private final Button copy = new Button("Copy table", new FontIcon("fth-copy"));

    /** @param onIssue called with an issue whose row is clicked twice */
    IssuesPane(Consumer<Issue> onIssue) {
        setSpacing(10);
        summary.setId("checkSummary");
        summary.setWrapText(true);
        summary.setMaxWidth(Double.MAX_VALUE);
        summary.setMinHeight(USE_PREF_SIZE);
        HBox.setHgrow(summary, Priority.ALWAYS);
        copy.setMinWidth(USE_PREF_SIZE);
        copy.setOnAction(event -> Copying.text(text()));
        table.setId("issueTable");
        table.setAccessibleText("What is wrong");
        table.setColumnResizePolicy(TableView.CONSTRAINED_RESIZE_POLICY_FLEX_LAST_COLUMN);
        add("Kind", 240, issue -> issue.kind().title());
        add("Split", 70, Issue::split);
        add(
                "Name",
                130,
                issue -> issue.stem().isEmpty() ? issue.file().getFileName().toString() : issue.stem());
        add("What and what to do", 460, Issue::text).setCellFactory(IssuesPane::wrapping);
        table.setRowFactory(view -> {
            TableRow<Issue> row = new TableRow<>();
            row.setOnMouseClicked(event -> {
                if (event.getClickCount() == 2 && !row.isEmpty()) {
                    onIssue.accept(row.getItem());
                }
            });
            return row;
        });
        table.setPlaceholder(new Label("Nothing is wrong"));
        VBox.setVgrow(table, Priority.ALWAYS);
        getChildren().addAll(new HBox(12, summary, copy), table);
    }

    private TableColumn<Issue, String> add(String name, double width, Function<Issue, String> text) {
        TableColumn<Issue, String> column = new TableColumn<>(name);
        column.setCellValueFactory(row -> new ReadOnlyStringWrapper(text.apply(row.getValue())));
        column.setPrefWidth(width);
        table.getColumns().add(column);
        return column;
    }

    /** A sentence in as many lines as it needs, since what to do stands at its end. */
    private static TableCell<Issue, String> wrapping(TableColumn<Issue, String> column) {
        Text sentence = new Text();
        sentence.getStyleClass().add("issue-text");
        sentence.wrappingWidthProperty().bind(column.widthProperty().subtract(PADDING));
        TableCell<Issue, String> cell = new TableCell<>();
        cell.setGraphic(sentence);
        cell.setContentDisplay(ContentDisplay.GRAPHIC_ONLY);
        sentence.textProperty().bind(cell.itemProperty().orElse(""));
        return cell;
    }

    void show(CheckReport report) {
        setVisible(report != null);
        if (report != null) {
            issues.setAll(report.issues());
            Reason.set(copy, issues.isEmpty() ? "There is nothing wrong that could be copied" : "");
            summary.setText(
                    issues.isEmpty()
                            ? "Every file was read; nothing is wrong."
                            : report.counts().entrySet().stream()
                                    .map(entry -> entry.getKey().title() + ": " + entry.getValue())
                                    .collect(Collectors.joining("  ·  ")));
        }
    }

    /** Tab-separated, for a spreadsheet. */
    private String text() {
        return issues.stream()
                .map(issue -> String.join(
                        "\t",
                        issue.kind().title(),
                        issue.split(),
                        issue.stem(),
                        issue.file().toString(),
                        issue.text()))
                .collect(Collectors.joining("\n"));
    }
}
