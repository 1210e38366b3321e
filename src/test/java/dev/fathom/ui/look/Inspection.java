package dev.fathom.ui.look;

import java.util.ArrayList;
import java.util.List;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.image.WritableImage;

/** Finds fault with a window as it is now. To be used on the JavaFX thread. */
public final class Inspection {
    private final Parent root;
    private final WritableImage picture;

    /** @param picture of the window as it is now */
    public Inspection(Scene scene, WritableImage picture) {
        this.root = scene.getRoot();
        this.picture = picture;
    }

    /** Takes the picture itself. */
    public static Inspection of(Scene scene) {
        return new Inspection(scene, scene.snapshot(null));
    }

    /** What is wrong, a line each. */
    public List<String> faults() {
        // A text that changed since the last pulse has its new words but still its old width.
        root.applyCss();
        root.layout();
        List<Seen> seen = Seen.in(root);
        List<String> all = new ArrayList<>(new Contrast(picture).faults(seen));
        all.addAll(CutText.faults(seen));
        all.addAll(DeadControls.faults(seen));
        all.addAll(Nameless.faults(seen));
        return all;
    }
}
