package dev.fathom.ui.data;

import dev.fathom.core.DepthMap;
import dev.fathom.ui.base.Numbers;
import dev.fathom.ui.image.ColourBar;
import dev.fathom.ui.image.DepthRange;
import dev.fathom.ui.image.ImagePane;
import dev.fathom.ui.image.SyncView;
import javafx.beans.value.ObservableValue;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** The chosen pair, picture and depth side by side, with metres under the pointer. */
final class PreviewPane extends VBox {
    private final SyncView view = new SyncView();
    private final ImagePane picture = new ImagePane(view);
    private final ImagePane depth = new ImagePane(view);
    private final Label summary = new Label();
    private final Label near = new Label();
    private final Label far = new Label();
    private final Label probe = new Label();
    private PairPreview shown;

    PreviewPane(ObservableValue<PairPreview> preview) {
        setSpacing(10);
        summary.setId("previewSummary");
        summary.setWrapText(true);
        summary.setMinHeight(USE_PREF_SIZE);
        probe.setId("previewProbe");
        picture.setAccessibleText("Picture");
        depth.setAccessibleText("Depth");
        GridPane panes = new GridPane();
        panes.setHgap(10);
        for (ImagePane pane : new ImagePane[] {picture, depth}) {
            GridPane.setHgrow(pane, Priority.ALWAYS);
            GridPane.setVgrow(pane, Priority.ALWAYS);
            pane.setPrefSize(300, 240);
        }
        panes.addRow(0, picture, depth);
        VBox.setVgrow(panes, Priority.ALWAYS);
        ColourBar bar = new ColourBar();
        bar.show(PairPreview.MAP);
        Region space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        for (Label number : new Label[] {near, far, probe}) {
            number.getStyleClass().add("number");
        }
        HBox legend = new HBox(8, near, bar, far, space, probe);
        legend.setAlignment(Pos.CENTER_LEFT);
        getChildren().addAll(summary, panes, legend);
        preview.addListener((property, before, now) -> show(now));
        view.revisionProperty().addListener(change -> showProbe());
        show(preview.getValue());
    }

    private void show(PairPreview now) {
        shown = now;
        summary.setText(now == null ? "" : now.sample().stem() + ":  " + now.summary());
        picture.show(now == null ? null : now.picture());
        depth.show(now == null ? null : now.colours());
        DepthRange range = now == null ? null : now.range();
        near.setText(range == null ? "" : Numbers.metres(range.near()));
        far.setText(range == null ? "" : Numbers.metres(range.far()));
        if (now != null && now.picture() != null) {
            view.setImageSize(now.picture().width(), now.picture().height());
        }
        showProbe();
    }

    private void showProbe() {
        probe.setText(view.probe().map(this::text).orElse(""));
    }

    private String text(SyncView.Pixel pixel) {
        String place = pixel.x() + ", " + pixel.y();
        if (shown == null || shown.depth() == null) {
            return place;
        }
        DepthMap map = shown.depth();
        int x = Math.min(map.width() - 1, pixel.x() * map.width() / view.imageWidth());
        int y = Math.min(map.height() - 1, pixel.y() * map.height() / view.imageHeight());
        boolean valid = map.valid().get(y * map.width() + x);
        return place + "   " + (valid ? Numbers.metres(map.metres(x, y)) : "invalid");
    }
}
