package dev.fathom.ui.compare;

import dev.fathom.data.FilePicture;
import dev.fathom.data.PictureSource;
import java.util.LinkedHashMap;
import java.util.Map;
import javafx.scene.image.Image;

/** Small pictures, loaded in the background when they are first asked for; the last ones are kept. */
final class Thumbnails {
    static final double WIDTH = 64;
    static final double HEIGHT = 48;

    private static final int KEPT = 400;

    private final Map<PictureSource, Image> loaded = new LinkedHashMap<>(KEPT, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<PictureSource, Image> eldest) {
            boolean tooMany = size() > KEPT;
            if (tooMany) {
                eldest.getValue().cancel();
            }
            return tooMany;
        }
    };

    /** The small picture, still empty at first; null for a picture that is not a file of its own. */
    Image of(PictureSource picture) {
        return picture instanceof FilePicture ? loaded.computeIfAbsent(picture, Thumbnails::load) : null;
    }

    private static Image load(PictureSource picture) {
        boolean inBackground = true;
        return new Image(picture.file().toUri().toString(), WIDTH, HEIGHT, true, true, inBackground);
    }
}
