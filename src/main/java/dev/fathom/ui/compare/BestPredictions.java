package dev.fathom.ui.compare;

import dev.fathom.run.RunFolder;
import java.nio.file.Path;

/**
 * Where the page lets a run's best weights write their predictions, as 16-bit gray PNG in millimetres.
 *
 * <pre>
 * predictions/val/ID.png         of the validation images
 * predictions/pictures/ID.png    of pictures that were dropped on the page
 * </pre>
 *
 * @param folder the run's {@code predictions} folder, which need not exist
 */
record BestPredictions(Path folder) {
    static BestPredictions of(RunFolder run) {
        return new BestPredictions(run.path().resolve("predictions"));
    }

    /** The folder of predictions of images that come from there. */
    Path folder(ImageEntry.Origin origin) {
        return folder.resolve(origin == ImageEntry.Origin.DROPPED ? "pictures" : "val");
    }

    Path depth(ImageEntry image) {
        return folder(image.origin()).resolve(image.id() + ".png");
    }
}
