package dev.fathom.ui.image;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;

import dev.fathom.core.RgbImage;
import dev.fathom.core.UserException;
import dev.fathom.data.PictureSource;
import dev.fathom.ui.base.BackgroundTask;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class ThumbnailsTest {
    private static final int KEPT = 400;

    private final List<BackgroundTask<?>> begun = new ArrayList<>();
    private final List<String> read = new ArrayList<>();
    private final Thumbnails thumbnails = new Thumbnails(begun::add);

    /** One that cannot be decoded, which must not hold up the others. */
    private record Damaged(Path file, List<String> log) implements PictureSource {
        @Override
        public RgbImage read() {
            log.add(file.toString());
            throw new UserException(file + " is damaged", "Copy it again");
        }
    }

    private PictureSource picture(String name) {
        return new Damaged(Path.of(name), read);
    }

    private void decodeAll() {
        for (int i = 0; i < begun.size(); i++) {
            begun.get(i).perform().run();
        }
    }

    @Test
    void oneIsDecodedAtATimeAndTheNewestFirst() {
        for (String name : List.of("a", "b", "c", "d")) {
            assertNull(thumbnails.of(picture(name)).getValue());
        }
        assertEquals(1, begun.size());
        decodeAll();
        assertEquals(List.of("a", "d", "c", "b"), read, "the first was begun before the others were asked for");
    }

    @Test
    void whoAsksAgainForOneThatWaitsHasItNext() {
        List.of("a", "b", "c").forEach(name -> thumbnails.of(picture(name)));
        assertSame(thumbnails.of(picture("b")), thumbnails.of(picture("b")));
        decodeAll();
        assertEquals(List.of("a", "b", "c"), read);
    }

    @Test
    void whatWouldNotBeKeptIsNotDecoded() {
        for (int i = 0; i <= KEPT + 1; i++) {
            thumbnails.of(picture("" + i));
        }
        decodeAll();
        assertEquals(KEPT + 1, read.size(), "the first, which was begun at once, and those that are kept");
        assertFalse(read.contains("1"));
    }
}
