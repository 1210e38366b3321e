package dev.fathom.ui;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import javafx.scene.Scene;
import javafx.scene.image.PixelFormat;
import javafx.scene.image.WritableImage;
import javax.imageio.ImageIO;
import org.testfx.util.WaitForAsyncUtils;

/** Pictures of a window as it is now, for people to look at, in a folder. */
final class Pictures {
    /** Where the pictures of the story are, and what was measured beside them. */
    static final Path STORY = Path.of("target", "story");

    private final Scene scene;
    private final Path folder;

    Pictures(Scene scene, Path folder) {
        this.scene = scene;
        this.folder = folder;
    }

    WritableImage take(String name) throws IOException {
        WaitForAsyncUtils.waitForFxEvents();
        WritableImage picture = WaitForAsyncUtils.waitForAsyncFx(20_000, () -> scene.snapshot(null));
        int width = (int) picture.getWidth();
        int height = (int) picture.getHeight();
        int[] argb = new int[width * height];
        picture.getPixelReader().getPixels(0, 0, width, height, PixelFormat.getIntArgbInstance(), argb, 0, width);
        BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        image.setRGB(0, 0, width, height, argb, 0, width);
        Files.createDirectories(folder);
        ImageIO.write(image, "png", folder.resolve(name + ".png").toFile());
        return picture;
    }
}
