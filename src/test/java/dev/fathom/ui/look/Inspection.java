package dev.fathom.ui.look;

import java.awt.image.BufferedImage;
import java.util.ArrayList;
import java.util.List;
import javafx.scene.Parent;

/** Finds fault with a window as it is now. To be used on the JavaFX thread. */
public final class Inspection {
    private final Parent root;
    private final BufferedImage picture;

    /** @param picture of the window as it is now */
    public Inspection(Parent root, BufferedImage picture) {
        this.root = root;
        this.picture = picture;
    }

    /** What is wrong, a line each. */
    public List<String> faults() {
        List<Seen> seen = Seen.in(root);
        List<String> all = new ArrayList<>(new Contrast(picture).faults(seen));
        all.addAll(CutText.faults(seen));
        all.addAll(DeadControls.faults(seen));
        all.addAll(Nameless.faults(seen));
        return all;
    }
}
