package dev.fathom.ui.image;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;

import dev.fathom.data.FilePicture;
import dev.fathom.data.PictureSource;
import dev.fathom.ui.base.BackgroundTask;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ThumbnailsTest {
    @TempDir
    private Path folder;

    private final List<BackgroundTask<?>> begun = new ArrayList<>();
    private final Thumbnails thumbnails = new Thumbnails(begun::add);

    private PictureSource picture(String name) {
        return new FilePicture(folder, name);
    }

    @Test
    void oneIsDecodedAtATimeAndAPictureThatIsGoneDoesNotHoldUpTheOthers() {
        for (String name : List.of("a.png", "b.png", "c.png")) {
            assertNull(thumbnails.of(picture(name)).getValue());
        }
        for (int decoded = 0; decoded < 3; decoded++) {
            assertEquals(decoded + 1, begun.size());
            begun.get(decoded).perform().run();
        }
        assertEquals(3, begun.size());
    }

    @Test
    void aPictureIsDecodedOnceForAllWhoAsk() {
        assertSame(thumbnails.of(picture("a.png")), thumbnails.of(picture("a.png")));
        begun.get(0).perform().run();
        assertEquals(1, begun.size());
    }
}
