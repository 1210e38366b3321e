package dev.fathom.ui.compare;

import dev.fathom.core.ColorMap;
import dev.fathom.ui.image.ScaleBar;
import java.util.Collection;
import java.util.List;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;

/** What the colours of the panes mean: a bar of metres for depth and one for each kind of error that is shown. */
public final class ScaleStrip extends HBox {
    private final Label depthName = name("Depth, m");
    private final ScaleBar depth = bar("depthBar");
    private final Label errorName = name("Error, m");
    private final ScaleBar error = bar("errorBar");
    private final Label signedName = name("Signed, m");
    private final ScaleBar signed = bar("signedBar");

    public ScaleStrip() {
        getStyleClass().addAll("card", "scale-strip");
        Region swatch = new Region();
        swatch.getStyleClass().add("swatch");
        Label invalid = new Label("invalid");
        invalid.getStyleClass().add("text-muted");
        HBox box = new HBox(swatch, invalid);
        box.getStyleClass().add("swatch-box");
        box.setMinWidth(Region.USE_PREF_SIZE);
        getChildren().addAll(depthName, depth, errorName, error, signedName, signed, box);
        show(null, List.of());
    }

    private static Label name(String text) {
        Label label = new Label(text);
        label.getStyleClass().add("scale-name");
        label.setMinWidth(Region.USE_PREF_SIZE);
        return label;
    }

    private static ScaleBar bar(String id) {
        ScaleBar bar = new ScaleBar();
        bar.setId(id);
        bar.setMinWidth(90);
        bar.setPrefWidth(90);
        HBox.setHgrow(bar, Priority.ALWAYS);
        return bar;
    }

    /**
     * @param painted null if nothing is shown
     * @param pictures of the panes
     */
    void show(Painted painted, Collection<Picture> pictures) {
        boolean there = painted != null;
        boolean absolute = pictures.stream().anyMatch(p -> p.kind() == Picture.Kind.ABSOLUTE_ERROR);
        boolean bySign = pictures.stream().anyMatch(p -> p.kind() == Picture.Kind.SIGNED_ERROR);
        showBar(depthName, depth, true);
        List.of(depth, error, signed).forEach(bar -> bar.setOpacity(there ? 1 : 0));
        showBar(errorName, error, absolute);
        showBar(signedName, signed, bySign);
        if (there) {
            depthName.setText(painted.colours().linked() ? "Depth, m" : "Ground truth, m");
            depth.show(
                    painted.map(Picture.TRUTH),
                    painted.shared().near(),
                    painted.shared().far());
            error.show(ColorMap.named(Painted.ERROR_MAP), 0, painted.greatestError());
            signed.show(ColorMap.named(ColorMap.SIGNED), -painted.greatestError(), painted.greatestError());
        }
    }

    private static void showBar(Label name, ScaleBar bar, boolean wanted) {
        for (Region node : List.of(name, bar)) {
            node.setVisible(wanted);
            node.setManaged(wanted);
        }
    }
}
