package dev.fathom.data;

import dev.fathom.core.RgbImage;
import dev.fathom.core.UserException;
import java.util.Optional;

/** A picture as its file holds it, and how its EXIF orientation would turn it. */
public final class StoredPicture {
    private final RgbImage image;
    private final Orientation orientation;

    StoredPicture(RgbImage image, Orientation orientation) {
        this.image = image;
        this.orientation = orientation;
    }

    /** One without an orientation. */
    static StoredPicture plain(RgbImage image) {
        return new StoredPicture(image, Orientation.NORMAL);
    }

    RgbImage asStored() {
        return image;
    }

    /** As it is to be looked at. */
    RgbImage upright() {
        return orientation.upright(image);
    }

    /**
     * As its depth lies over it. Without depth that is upright. With depth it is as stored, for that is how depth beside
     * a picture is usually rendered, unless only the upright picture has the proportions of the depth.
     */
    public RgbImage over(Optional<DepthSource> depth) {
        if (depth.isEmpty()) {
            return upright();
        }
        return orientation.isSideways() && isUpright(depth.get()) ? upright() : image;
    }

    private boolean isUpright(DepthSource depth) {
        try {
            return depth.read().size().fitsOnlyTurned(image.size());
        } catch (UserException e) {
            // Whoever reads the depth itself says so; the picture alone is not at fault.
            return false;
        }
    }

    /** Whether it would be turned or mirrored and its size does not tell whether that was done to its depth. */
    public boolean isAmbiguous() {
        boolean sameSize = !orientation.isSideways()
                || image.size().isProportionalTo(image.size().turned());
        return orientation != Orientation.NORMAL && sameSize;
    }
}
