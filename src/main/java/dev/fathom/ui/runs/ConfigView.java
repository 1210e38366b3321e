package dev.fathom.ui.runs;

import dev.fathom.ui.base.Copying;
import dev.fathom.ui.base.Nodes;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import javafx.beans.binding.Bindings;
import javafx.beans.property.SimpleStringProperty;
import javafx.css.PseudoClass;
import javafx.scene.control.Label;
import javafx.scene.control.SelectionMode;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableRow;
import javafx.scene.control.TableView;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;

/** The fields of configurations, one column a run; chosen rows can be copied. */
public final class ConfigView extends TableView<ConfigTable.Row> {
    private static final PseudoClass DIFFERS = PseudoClass.getPseudoClass("differs");
    private static final KeyCombination COPY = KeyCombination.valueOf("Shortcut+C");
    private static final double FIELD = 250;
    private static final double VALUE = 230;

    /** For the scroll bar and the borders. */
    private static final double BAR = 24;

    public ConfigView() {
        getStyleClass().addAll("config-table", "edge-to-edge");
        setPlaceholder(new Label("Nothing differs"));
        getSelectionModel().setSelectionMode(SelectionMode.MULTIPLE);
        addEventHandler(KeyEvent.KEY_PRESSED, event -> {
            if (COPY.match(event)) {
                Copying.text(getSelectionModel().getSelectedItems().stream()
                        .map(row -> row.field() + "\t" + String.join("\t", row.values()))
                        .collect(Collectors.joining("\n")));
                event.consume();
            }
        });
    }

    void follow(ConfigTable table) {
        setRowFactory(view -> new ConfigRow(table));
        table.contentProperty().addListener((property, before, now) -> show(now));
        show(table.contentProperty().get());
    }

    private void show(ConfigTable.Content content) {
        List<TableColumn<ConfigTable.Row, String>> columns = new ArrayList<>();
        columns.add(column("Field", FIELD, -1));
        for (int i = 0; i < content.runs().size(); i++) {
            TableColumn<ConfigTable.Row, String> column = column("", VALUE, i);
            Label name = new Label(content.runs().get(i));
            Nodes.mayShorten(name);
            column.setGraphic(name);
            // Few runs share all the room.
            column.prefWidthProperty()
                    .bind(Bindings.max(
                            VALUE,
                            widthProperty()
                                    .subtract(FIELD + BAR)
                                    .divide(content.runs().size())));
            columns.add(column);
        }
        getColumns().setAll(columns);
        getItems().setAll(content.rows());
    }

    private static TableColumn<ConfigTable.Row, String> column(String title, double width, int run) {
        TableColumn<ConfigTable.Row, String> column = new TableColumn<>(title);
        column.setPrefWidth(width);
        column.setCellValueFactory(row -> new SimpleStringProperty(
                run < 0 ? row.getValue().field() : row.getValue().values().get(run)));
        return column;
    }

    /** Among all fields, one that differs between runs stands out. */
    private static final class ConfigRow extends TableRow<ConfigTable.Row> {
        private final ConfigTable table;

        private ConfigRow(ConfigTable table) {
            this.table = table;
        }

        @Override
        protected void updateItem(ConfigTable.Row row, boolean empty) {
            super.updateItem(row, empty);
            pseudoClassStateChanged(
                    DIFFERS,
                    row != null
                            && row.differs()
                            && !table.onlyDifferencesProperty().get());
        }
    }
}
