package dev.fathom.data;

import dev.fathom.core.ImageSize;
import dev.fathom.core.RgbImage;
import dev.fathom.core.UserException;
import java.util.Optional;
import java.util.function.Supplier;

/** Reads the files of a sample and brings both to the size of the canvas: picture bilinear, depth nearest. */
public final class SampleReader {
    private final ImageSize canvas;
    private final Optional<DiskCache> disk;

    public SampleReader(ImageSize canvas) {
        this(canvas, Optional.empty());
    }

    /** @param disk where decoded samples are kept */
    SampleReader(ImageSize canvas, Optional<DiskCache> disk) {
        this.canvas = canvas;
        this.disk = disk;
    }

    /** @throws BadSampleException with the file at fault, if picture or depth cannot be used */
    public DecodedSample read(Sample sample) {
        return disk.map(kept -> kept.get(sample, canvas, "whole", () -> decode(sample)))
                .orElseGet(() -> decode(sample));
    }

    private DecodedSample decode(Sample sample) {
        RgbImage image = picture(sample);
        Optional<StoredDepth> depth = sample.depth().map(source -> blaming(source, () -> readDepth(source, image)));
        return new DecodedSample(Resampling.bilinear(image, canvas), depth.map(d -> Resampling.nearest(d, canvas)));
    }

    /**
     * A picture alone, of any size: its largest part of the canvas's proportions, cut out of its middle, is brought to
     * the size of the canvas, so nothing in it is distorted. A picture of the canvas's proportions is kept whole.
     *
     * @throws BadSampleException if it cannot be used
     */
    public DecodedSample readCovering(Sample sample) {
        Sample alone = sample.withoutDepth();
        return disk.map(kept -> kept.get(alone, canvas, "covering", () -> decodeCovering(alone)))
                .orElseGet(() -> decodeCovering(alone));
    }

    private DecodedSample decodeCovering(Sample sample) {
        RgbImage image = picture(sample);
        RgbImage part = CentreCrop.toProportions(image, canvas);
        return new DecodedSample(Resampling.bilinear(part, canvas), Optional.empty());
    }

    private static RgbImage picture(Sample sample) {
        return blaming(sample.picture(), sample::readPicture);
    }

    private static StoredDepth readDepth(DepthSource source, RgbImage image) {
        StoredDepth depth = source.read();
        mismatch(source, depth, image).ifPresent(e -> {
            throw e;
        });
        if (depth.isEmpty()) {
            throw new UserException(source.place() + " has not one valid pixel", "Remove the file and its picture");
        }
        return depth;
    }

    /** What to say if depth and picture do not show the same view. */
    public static Optional<UserException> mismatch(DepthSource source, StoredDepth depth, RgbImage image) {
        ImageSize depths = new ImageSize(depth.height(), depth.width());
        ImageSize pictures = new ImageSize(image.height(), image.width());
        if (depths.isProportionalTo(pictures)) {
            return Optional.empty();
        }
        boolean turned = isTurned(depth, image);
        return Optional.of(new UserException(
                source.place() + " has " + depth.width() + "x" + depth.height() + " pixels, its picture "
                        + image.width() + "x" + image.height()
                        + (turned ? ": one of them lies on its side" : ", which are different proportions"),
                turned ? "Turn one of them by 90 degrees" : "Bring both to the same view, or remove them"));
    }

    /** Whether depth and picture would fit after a turn by 90 degrees, and do not as they are. */
    public static boolean isTurned(StoredDepth depth, RgbImage image) {
        ImageSize depths = new ImageSize(depth.height(), depth.width());
        ImageSize pictures = new ImageSize(image.height(), image.width());
        return depths.isProportionalTo(pictures.turned()) && !depths.isProportionalTo(pictures);
    }

    private static <T> T blaming(PixelSource source, Supplier<T> reading) {
        try {
            return reading.get();
        } catch (UserException e) {
            throw new BadSampleException(new DataProblem(source.file(), e.sentence()), e);
        }
    }
}
