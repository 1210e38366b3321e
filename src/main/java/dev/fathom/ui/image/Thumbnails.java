package dev.fathom.ui.image;

import dev.fathom.core.ImageSize;
import dev.fathom.data.BadSampleException;
import dev.fathom.data.PictureSource;
import dev.fathom.data.Sample;
import dev.fathom.data.SampleReader;
import dev.fathom.ui.base.BackgroundTask;
import dev.fathom.ui.base.TaskExecutor;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.value.ObservableValue;
import javafx.scene.image.Image;

/**
 * Small pictures of any source, decoded in the background when they are first asked for; the last ones are kept. One is
 * decoded at a time, so that a list that opens leaves the processor to the window, and those asked for last come first, as
 * a list that was scrolled shows them; what was asked for so long ago that it would not be kept is not decoded.
 */
public final class Thumbnails {
    /** Size of each, in pixels. */
    public static final int WIDTH = 64;

    public static final int HEIGHT = 48;

    private static final int KEPT = 400;
    private static final SampleReader READER = new SampleReader(new ImageSize(HEIGHT, WIDTH));

    private final TaskExecutor executor;
    private final Map<PictureSource, ObjectProperty<Image>> kept = new LinkedHashMap<>(KEPT, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<PictureSource, ObjectProperty<Image>> eldest) {
            boolean forgotten = size() > KEPT;
            if (forgotten) {
                waiting.remove(eldest.getKey());
            }
            return forgotten;
        }
    };

    /** The one to decode next is the first. */
    private final Deque<PictureSource> waiting = new ArrayDeque<>();

    private boolean busy;

    public Thumbnails(TaskExecutor executor) {
        this.executor = executor;
    }

    /** The picture's small form: null until it is decoded, and for one that cannot be. */
    public ObservableValue<Image> of(PictureSource picture) {
        ObjectProperty<Image> image = kept.get(picture);
        if (image == null) {
            image = new SimpleObjectProperty<>();
            kept.put(picture, image);
            waiting.push(picture);
        } else if (waiting.remove(picture)) {
            waiting.push(picture);
        }
        next();
        return image;
    }

    private void next() {
        if (!busy && !waiting.isEmpty()) {
            busy = true;
            decode(waiting.pop());
        }
    }

    private void decode(PictureSource picture) {
        ObjectProperty<Image> image = kept.get(picture);
        BackgroundTask.of(() -> READER.readCovering(new Sample("", picture, Optional.empty())))
                .onSuccess(small -> image.set(Colouring.picture(small.image()).toImage()))
                .onFailure(Thumbnails::leaveEmpty)
                .onFinished(() -> {
                    busy = false;
                    next();
                })
                .executeWith(executor);
    }

    /** The picture itself says what is wrong with it when it is chosen. */
    private static void leaveEmpty(Exception e) {
        if (!(e instanceof BadSampleException)) {
            throw new IllegalStateException(e);
        }
    }
}
