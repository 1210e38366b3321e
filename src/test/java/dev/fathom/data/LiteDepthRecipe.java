package dev.fathom.data;

import dev.fathom.core.ImageSize;
import dev.fathom.data.Augmentation.GammaScale;
import dev.fathom.data.Augmentation.Range;
import dev.fathom.data.Augmentation.Rotation;
import java.util.List;

/** LiteDepth's augmentation with its crops in the same proportion to another canvas. */
final class LiteDepthRecipe {
    private LiteDepthRecipe() {}

    static Augmentation on(ImageSize canvas, GammaScale gammaScale) {
        return on(canvas, gammaScale, Rotation.NONE);
    }

    static Augmentation on(ImageSize canvas, GammaScale gammaScale, Rotation rotation) {
        List<ImageSize> crops = List.of(part(canvas, 240, 384), part(canvas, 360, 512), canvas);
        return new Augmentation(
                0.5, crops, new Range(0.9, 1.1), new Range(0.75, 1.25), new Range(0.9, 1.1), gammaScale, rotation);
    }

    private static ImageSize part(ImageSize canvas, int of480, int of640) {
        return new ImageSize(Math.round(canvas.height() * of480 / 480f), Math.round(canvas.width() * of640 / 640f));
    }
}
