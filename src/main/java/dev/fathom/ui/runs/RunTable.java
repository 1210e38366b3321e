package dev.fathom.ui.runs;

import dev.fathom.ui.base.MetricNames;
import dev.fathom.ui.base.Numbers;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.function.Function;
import javafx.beans.InvalidationListener;
import javafx.beans.value.ObservableValue;
import javafx.collections.transformation.SortedList;
import javafx.scene.control.Label;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;

/** The listed runs as a table that is sorted by a click on any head. */
public final class RunTable extends TableView<RunItem> {
    private static final DateTimeFormatter WHEN =
            DateTimeFormatter.ofPattern("dd MMM HH:mm", Locale.ENGLISH).withZone(ZoneId.systemDefault());
    private static final double WIDE = 230;
    private static final double NARROW = 104;

    private final TableColumn<RunItem, String> state = text("State", NARROW, RunSummary::stateText);
    private boolean following;

    public RunTable() {
        getStyleClass().addAll("run-table", "edge-to-edge");
        setPlaceholder(new Label("No run passes the filter"));
        getColumns().add(text("Name", WIDE, RunSummary::name));
        getColumns().add(state);
        getColumns().add(text("Tags", 150, run -> String.join(", ", run.tags())));
        for (String metric : MetricNames.ALL) {
            getColumns()
                    .add(number(MetricNames.label(metric), run -> run.metrics().get(metric)));
        }
        getColumns().add(number("Best epoch", RunTable::bestEpoch));
        getColumns().add(column("Started", 110, RunSummary::started, WHEN::format));
        getColumns()
                .add(text(
                        "Note",
                        WIDE,
                        run -> run.info() == null ? "" : run.info().notes()));
    }

    private static Double bestEpoch(RunSummary run) {
        return run.info() == null || run.info().best() == null
                ? null
                : Double.valueOf(run.info().best().epoch());
    }

    private static TableColumn<RunItem, String> text(String title, double width, Function<RunSummary, String> value) {
        return column(title, width, value, text -> text);
    }

    private static TableColumn<RunItem, Double> number(String title, Function<RunSummary, Double> value) {
        TableColumn<RunItem, Double> column = column(
                title,
                NARROW,
                value,
                number -> number == Math.rint(number) ? Numbers.count(Math.round(number)) : Numbers.metric(number));
        column.getStyleClass().add("number-column");
        return column;
    }

    private static <T> TableColumn<RunItem, T> column(
            String title, double width, Function<RunSummary, T> value, Function<T, String> shown) {
        TableColumn<RunItem, T> column = new TableColumn<>(title);
        column.setPrefWidth(width);
        column.setCellValueFactory(row -> valueOf(row.getValue(), value));
        column.setCellFactory(c -> new TableCell<>() {
            @Override
            protected void updateItem(T item, boolean empty) {
                super.updateItem(item, empty);
                setText(empty || item == null ? null : shown.apply(item));
            }
        });
        return column;
    }

    private static <T> ObservableValue<T> valueOf(RunItem item, Function<RunSummary, T> value) {
        return item.summaryProperty().map(value);
    }

    /** Shows what the list shows; a chosen row is chosen there and the other way round. */
    void follow(RunsViewModel model) {
        RunList list = model.list();
        // The words of the list, which knows of the queue and of workers that have written nothing yet.
        state.setCellValueFactory(row ->
                valueOf(row.getValue(), run -> model.standing(row.getValue()).word()));
        model.jobs().jobs().addListener((InvalidationListener) change -> refresh());
        model.queue().waiting().addListener((InvalidationListener) change -> refresh());
        SortedList<RunItem> sorted = new SortedList<>(list.shown());
        sorted.comparatorProperty().bind(comparatorProperty());
        setItems(sorted);
        getSelectionModel().selectedItemProperty().addListener((property, before, now) -> {
            if (now != null && !following && now != list.selected()) {
                list.choose(now);
            }
        });
        list.selectedProperty().addListener((property, before, now) -> choose(now));
        choose(list.selected());
    }

    private void choose(RunItem item) {
        following = true;
        if (item == null) {
            getSelectionModel().clearSelection();
        } else {
            getSelectionModel().select(item);
        }
        following = false;
    }
}
