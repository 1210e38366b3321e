package dev.fathom.data;

import dev.fathom.core.RgbImage;
import java.util.Optional;

/** A sample's pixels at the size of the canvas. */
public record DecodedSample(RgbImage image, Optional<StoredDepth> depth) {
    public DecodedSample {
        if (depth.isPresent()
                && (depth.get().width() != image.width() || depth.get().height() != image.height())) {
            throw new IllegalArgumentException("picture and depth differ in size");
        }
    }

    /** Memory the pixels take. */
    public long bytes() {
        return image.rgb().length + depth.map(StoredDepth::bytes).orElse(0L);
    }
}
