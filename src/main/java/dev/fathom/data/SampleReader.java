package dev.fathom.data;

import dev.fathom.core.ImageSize;
import dev.fathom.core.RgbImage;
import dev.fathom.core.UserException;
import dev.fathom.data.codec.Decoders;
import dev.fathom.data.codec.ScaledPicture;
import java.util.Optional;
import java.util.function.Supplier;

/** Reads the files of a sample and brings both to the size of the canvas: picture bilinear, depth nearest. */
public final class SampleReader {
    private final ImageSize canvas;
    private final Optional<DiskCache> disk;
    private final Decoders decoders;

    /** Of exact pixels. */
    public SampleReader(ImageSize canvas) {
        this(canvas, Optional.empty(), Decoders.JDK);
    }

    /**
     * @param disk where decoded samples are kept
     * @param decoders that may be used
     */
    SampleReader(ImageSize canvas, Optional<DiskCache> disk, Decoders decoders) {
        this.canvas = canvas;
        this.disk = disk;
        this.decoders = decoders;
    }

    /** @throws BadSampleException with the file at fault, if picture or depth cannot be used */
    public DecodedSample read(Sample sample) {
        return disk.map(kept -> kept.get(sample, canvas, kind("whole"), () -> decode(sample)))
                .orElseGet(() -> decode(sample));
    }

    private DecodedSample decode(Sample sample) {
        StoredPicture stored = stored(sample);
        Optional<StoredDepth> depth = sample.depth().map(source -> blaming(source, () -> source.read(decoders)));
        ScaledPicture picture = stored.overSize(depth.map(StoredDepth::size));
        depth.ifPresent(read -> requireUsable(sample.depth().orElseThrow(), read, picture.whole()));
        return new DecodedSample(
                Resampling.bilinear(picture.image(), canvas), depth.map(d -> Resampling.nearest(d, canvas)));
    }

    /** Keeps entries of reduced pictures apart from those of exact pixels. */
    private String kind(String part) {
        return decoders.reduce() ? part + " reduced" : part;
    }

    /**
     * A picture alone, of any size: its largest part of the canvas's proportions, cut out of its middle, is brought to
     * the size of the canvas, so nothing in it is distorted. A picture of the canvas's proportions is kept whole.
     *
     * @throws BadSampleException if it cannot be used
     */
    public DecodedSample readCovering(Sample sample) {
        Sample alone = sample.withoutDepth();
        return disk.map(kept -> kept.get(alone, canvas, kind("covering"), () -> decodeCovering(alone)))
                .orElseGet(() -> decodeCovering(alone));
    }

    private DecodedSample decodeCovering(Sample sample) {
        RgbImage part = CentreCrop.toProportions(
                stored(sample).overSize(Optional.empty()).image(), canvas);
        return new DecodedSample(Resampling.bilinear(part, canvas), Optional.empty());
    }

    private StoredPicture stored(Sample sample) {
        return blaming(sample.picture(), () -> sample.picture().readStored(canvas, decoders));
    }

    private static void requireUsable(DepthSource source, StoredDepth depth, ImageSize picture) {
        mismatch(source, depth, picture).ifPresent(e -> {
            throw bad(source, e);
        });
        if (depth.isEmpty()) {
            throw bad(
                    source,
                    new UserException(source.place() + " has not one valid pixel", "Remove the file and its picture"));
        }
    }

    /** What to say if depth and picture do not show the same view. */
    public static Optional<UserException> mismatch(DepthSource source, StoredDepth depth, RgbImage image) {
        return mismatch(source, depth, image.size());
    }

    private static Optional<UserException> mismatch(DepthSource source, StoredDepth depth, ImageSize picture) {
        if (depth.size().isProportionalTo(picture)) {
            return Optional.empty();
        }
        boolean turned = isTurned(depth, picture);
        return Optional.of(new UserException(
                source.place() + " has " + depth.width() + "x" + depth.height() + " pixels, its picture "
                        + picture.width() + "x" + picture.height()
                        + (turned ? ": one of them lies on its side" : ", which are different proportions"),
                turned ? "Turn one of them by 90 degrees" : "Bring both to the same view, or remove them"));
    }

    /** Whether depth and picture would fit after a turn by 90 degrees, and do not as they are. */
    public static boolean isTurned(StoredDepth depth, RgbImage image) {
        return isTurned(depth, image.size());
    }

    private static boolean isTurned(StoredDepth depth, ImageSize picture) {
        return depth.size().fitsOnlyTurned(picture);
    }

    private static <T> T blaming(PixelSource source, Supplier<T> reading) {
        try {
            return reading.get();
        } catch (UserException e) {
            throw bad(source, e);
        }
    }

    private static BadSampleException bad(PixelSource source, UserException e) {
        return new BadSampleException(new DataProblem(source.file(), e.sentence()), e);
    }
}
