package dev.fathom.ui.compare;

import dev.fathom.ui.base.Numbers;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.scene.shape.Rectangle;

/** The errors of the image: histogram, error against depth, and which colour is whose. */
public final class StatisticsCard extends VBox {
    private final ErrorHistogram histogram = new ErrorHistogram();
    private final ErrorByDepth byDepth = new ErrorByDepth();
    private final HBox legend = new HBox(10);

    public StatisticsCard() {
        getStyleClass().addAll("card", "statistics-card");
        histogram.setId("histogram");
        histogram.setAccessibleText("Histogram of the errors");
        byDepth.setId("errorByDepth");
        byDepth.setAccessibleText("Absolute error against depth");
        VBox.setVgrow(histogram, Priority.ALWAYS);
        VBox.setVgrow(byDepth, Priority.ALWAYS);
        legend.setAlignment(Pos.CENTER_LEFT);
        getChildren()
                .addAll(
                        title("Errors", "prediction − truth, m"),
                        histogram,
                        title("Error by depth", "|error| over depth, m"),
                        byDepth,
                        legend);
    }

    private static HBox title(String text, String explanation) {
        Label title = new Label(text);
        title.getStyleClass().add("card-title");
        title.setMinWidth(Region.USE_PREF_SIZE);
        Label more = new Label(explanation);
        more.getStyleClass().add("probe-name");
        HBox head = new HBox(8, title, more);
        head.setAlignment(Pos.BASELINE_LEFT);
        return head;
    }

    /** @param statistics null if there is nothing to show */
    void show(Statistics statistics) {
        histogram.show(statistics);
        byDepth.show(statistics);
        legend.getChildren().clear();
        if (statistics != null) {
            statistics.bySide().forEach((side, one) -> legend.getChildren().add(entry(side, one)));
        }
    }

    private static HBox entry(Side side, ErrorStatistics one) {
        Rectangle colour = new Rectangle(10, 10, SideColour.of(side));
        String name = side == Side.TEACHER ? "Teacher" : side.name();
        Label label = new Label(name + "  " + Numbers.metric(one.meanAbsolute()));
        label.setTooltip(new Tooltip("Mean absolute error of the image, in metres"));
        label.getStyleClass().add("probe-name");
        label.setMinWidth(Region.USE_PREF_SIZE);
        HBox entry = new HBox(5, colour, label);
        entry.setAlignment(Pos.CENTER_LEFT);
        return entry;
    }
}
