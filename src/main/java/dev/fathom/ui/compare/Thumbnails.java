package dev.fathom.ui.compare;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import javafx.scene.image.Image;

/** Small pictures, loaded in the background when they are first asked for; the last ones are kept. */
final class Thumbnails {
    static final double WIDTH = 64;
    static final double HEIGHT = 48;

    private static final int KEPT = 400;

    private final Map<Path, Image> loaded = new LinkedHashMap<>(KEPT, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Path, Image> eldest) {
            boolean tooMany = size() > KEPT;
            if (tooMany) {
                eldest.getValue().cancel();
            }
            return tooMany;
        }
    };

    Image of(Path file) {
        return loaded.computeIfAbsent(file, Thumbnails::load);
    }

    private static Image load(Path file) {
        boolean inBackground = true;
        return new Image(file.toUri().toString(), WIDTH, HEIGHT, true, true, inBackground);
    }
}
