package dev.fathom.ui.compare;

import dev.fathom.ui.base.Numbers;
import java.util.EnumMap;
import java.util.Map;
import javafx.geometry.HPos;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** The pixel under the pointer: its place, whether it was measured, and what each map says there. */
public final class ProbeTable extends VBox {
    private final Label place = number("probePlace");
    private final Label valid = number("probeValid");
    private final Label truth = number("probeTruth");
    private final Map<Side, Label> metres = new EnumMap<>(Side.class);
    private final Map<Side, Label> errors = new EnumMap<>(Side.class);
    private final Map<Side, Label> relative = new EnumMap<>(Side.class);

    public ProbeTable() {
        getStyleClass().addAll("card", "probe-card");
        Label title = new Label("Pixel");
        title.getStyleClass().add("card-title");
        Region space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        HBox head = new HBox(10, title, place, space, valid);
        head.setAlignment(Pos.BASELINE_LEFT);
        GridPane table = new GridPane();
        table.getStyleClass().add("probe-table");
        for (int i = 0; i < 4; i++) {
            ColumnConstraints column = new ColumnConstraints();
            column.setHalignment(i == 0 ? HPos.LEFT : HPos.RIGHT);
            column.setPercentWidth(i == 0 ? 31 : 23);
            table.getColumnConstraints().add(column);
        }
        table.addRow(0, new Label(), caption("depth"), caption("error"), caption("relative"));
        table.addRow(1, caption("Ground truth"), truth);
        for (Side side : Side.values()) {
            String key = side == Side.TEACHER ? "Teacher" : "Run" + side.name();
            metres.put(side, number("probe" + key));
            errors.put(side, number("probeError" + key));
            relative.put(side, number("probeRelative" + key));
            String name = side == Side.TEACHER ? "Teacher" : "Run " + side.name();
            table.addRow(2 + side.ordinal(), caption(name), metres.get(side), errors.get(side), relative.get(side));
        }
        getChildren().addAll(head, table);
        show(null);
    }

    private static Label caption(String text) {
        Label label = new Label(text);
        label.getStyleClass().add("probe-name");
        return label;
    }

    private static Label number(String id) {
        Label label = new Label();
        label.setId(id);
        label.getStyleClass().add("number");
        label.setMinWidth(Region.USE_PREF_SIZE);
        return label;
    }

    /** @param probe null if the pointer is nowhere */
    void show(Probe probe) {
        boolean none = probe == null;
        place.setText(none ? "" : "x " + probe.x() + "  y " + probe.y());
        valid.setText(none ? "" : probe.validity());
        truth.setText(none ? Numbers.NONE : Numbers.metres(probe.truth()));
        for (Side side : Side.values()) {
            metres.get(side).setText(none ? Numbers.NONE : Numbers.metres(probe.prediction(side)));
            errors.get(side).setText(none ? Numbers.NONE : Numbers.signedMetres(probe.signedError(side)));
            relative.get(side).setText(none ? Numbers.NONE : Numbers.percent(probe.relativeError(side)));
        }
    }
}
