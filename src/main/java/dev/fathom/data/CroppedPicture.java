package dev.fathom.data;

import dev.fathom.core.ImageSize;
import dev.fathom.core.RgbImage;
import dev.fathom.data.codec.Decoders;
import java.nio.file.Path;

/** The part of another picture that a rule keeps. */
public record CroppedPicture(PictureSource whole, CropRule rule) implements PictureSource {
    @Override
    public Path file() {
        return whole.file();
    }

    @Override
    public String key() {
        return whole.key();
    }

    @Override
    public RgbImage read() {
        return part(whole.read());
    }

    @Override
    public StoredPicture readStored(ImageSize least, Decoders decoders) {
        // The rule counts pixels of the whole picture, so that must not be reduced.
        return StoredPicture.plain(
                part(whole.readStored(least, decoders.exact()).asStored()));
    }

    private RgbImage part(RgbImage image) {
        CropRule.Window window = rule.window(image.width(), image.height());
        byte[] rgb = new byte[window.width() * window.height() * 3];
        for (int y = 0; y < window.height(); y++) {
            int from = ((window.top() + y) * image.width() + window.left()) * 3;
            System.arraycopy(image.rgb(), from, rgb, y * window.width() * 3, window.width() * 3);
        }
        return new RgbImage(window.width(), window.height(), rgb);
    }
}
