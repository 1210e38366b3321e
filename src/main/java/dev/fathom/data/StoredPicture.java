package dev.fathom.data;

import dev.fathom.core.ImageSize;
import dev.fathom.core.RgbImage;
import dev.fathom.core.UserException;
import dev.fathom.data.codec.ScaledPicture;
import java.util.Optional;

/** A picture as its file holds it, and how its EXIF orientation would turn it. Only one without such may be reduced. */
public final class StoredPicture {
    private final ScaledPicture picture;
    private final Orientation orientation;

    StoredPicture(RgbImage image, Orientation orientation) {
        this(ScaledPicture.unscaled(image), orientation);
    }

    private StoredPicture(ScaledPicture picture, Orientation orientation) {
        this.picture = picture;
        this.orientation = orientation;
    }

    /** One without an orientation. */
    static StoredPicture plain(RgbImage image) {
        return new StoredPicture(image, Orientation.NORMAL);
    }

    /** One without an orientation that may have been reduced. */
    static StoredPicture plain(ScaledPicture picture) {
        return new StoredPicture(picture, Orientation.NORMAL);
    }

    RgbImage asStored() {
        return picture.image();
    }

    /** As it is to be looked at. */
    RgbImage upright() {
        return orientation.upright(picture.image());
    }

    /**
     * As its depth lies over it. Without depth that is upright. With depth it is as stored, for that is how depth beside
     * a picture is usually rendered, unless only the upright picture has the proportions of the depth. The depth is read
     * if its size matters.
     */
    public RgbImage over(Optional<DepthSource> depth) {
        if (depth.isEmpty()) {
            return upright();
        }
        return orientation.isSideways() && isUpright(depth.get()) ? upright() : asStored();
    }

    private boolean isUpright(DepthSource depth) {
        try {
            return isUpright(depth.read().size());
        } catch (UserException e) {
            // Whoever reads the depth itself says so; the picture alone is not at fault.
            return false;
        }
    }

    /** The same of depth that has been read: with its size, or nothing if there is none. */
    ScaledPicture overSize(Optional<ImageSize> depth) {
        boolean turned = depth.map(size -> orientation.isSideways() && isUpright(size))
                .orElse(orientation != Orientation.NORMAL);
        return turned ? ScaledPicture.unscaled(upright()) : picture;
    }

    private boolean isUpright(ImageSize depth) {
        return depth.fitsOnlyTurned(picture.whole());
    }

    /** Whether it would be turned or mirrored and its size does not tell whether that was done to its depth. */
    public boolean isAmbiguous() {
        ImageSize size = picture.whole();
        boolean sameSize = !orientation.isSideways() || size.isProportionalTo(size.turned());
        return orientation != Orientation.NORMAL && sameSize;
    }
}
