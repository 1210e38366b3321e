package dev.fathom.data.check;

import dev.fathom.core.RgbImage;
import dev.fathom.core.UserException;
import dev.fathom.data.DepthRaster;
import dev.fathom.data.DepthSource;
import dev.fathom.data.ImageHeader;
import dev.fathom.data.PixelSource;
import dev.fathom.data.Sample;
import dev.fathom.data.SampleReader;
import dev.fathom.data.StoredDepth;
import dev.fathom.data.StoredPicture;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Decodes one sample and says what is wrong with it. */
final class SampleCheck {
    private static final int DEPTH_BITS = 16;

    private final String split;
    private final Sample sample;
    private final StatisticsSum statistics;
    private final List<Issue> issues = new ArrayList<>();

    private SampleCheck(String split, Sample sample, StatisticsSum statistics) {
        this.split = split;
        this.sample = sample;
        this.statistics = statistics;
    }

    /** What remains of a sample when its pixels are gone. */
    record Looked(List<Issue> issues, Optional<Duplicates.Seen> picture) {}

    static Looked look(String split, Sample sample, StatisticsSum statistics) {
        return new SampleCheck(split, sample, statistics).look();
    }

    private Looked look() {
        Optional<RgbImage> image = picture();
        sample.depth().ifPresent(source -> depth(source, image));
        return new Looked(
                List.copyOf(issues),
                image.map(pixels -> new Duplicates.Seen(
                        split, sample.stem(), sample.picture().file(), PictureHash.of(pixels))));
    }

    private Optional<RgbImage> picture() {
        try {
            StoredPicture stored = sample.picture().readStored();
            if (sample.depth().isPresent() && stored.isAmbiguous()) {
                add(
                        IssueKind.TURN,
                        sample.picture(),
                        "Its EXIF orientation turns or mirrors it, and the size of its depth does not tell whether the"
                                + " depth was turned, too; it is read as stored. If the depth is upright, save the"
                                + " picture upright and without the orientation.");
            }
            RgbImage image = stored.over(sample.depth());
            statistics.addPicture(image.size());
            return Optional.of(image);
        } catch (UserException e) {
            add(IssueKind.UNREADABLE, sample.picture(), e.sentence());
            return Optional.empty();
        }
    }

    private void depth(DepthSource source, Optional<RgbImage> image) {
        StoredDepth depth;
        try {
            depth = source.read();
        } catch (UserException e) {
            add(kindOfBroken(source), source, e.sentence());
            return;
        }
        if (depth.isEmpty()) {
            add(IssueKind.ALL_INVALID, source, "Not one of its pixels is valid.");
            return;
        }
        if (depth instanceof DepthRaster raster && ByteOrder.isSwapped(raster)) {
            add(
                    IssueKind.BYTE_ORDER,
                    source,
                    "Its neighbouring pixels are alike only after the two bytes of each are swapped; write it again in"
                            + " the order of PNG, high byte first.");
            return;
        }
        image.flatMap(pixels -> SampleReader.mismatch(source, depth, pixels))
                .ifPresent(e -> add(
                        SampleReader.isTurned(depth, image.orElseThrow()) ? IssueKind.TURN : IssueKind.SIZE,
                        source,
                        e.sentence()));
        statistics.addDepth(depth.size(), new DepthTally(depth));
    }

    private static IssueKind kindOfBroken(DepthSource source) {
        Optional<ImageHeader> header = ImageHeader.of(source.file());
        if (header.isEmpty() || header.get().isDepthLike()) {
            return IssueKind.UNREADABLE;
        }
        boolean colour = header.get().channels() > 1 || header.get().kind() == ImageHeader.Kind.JPEG;
        if (colour) {
            return IssueKind.COLOUR_DEPTH;
        }
        return header.get().bits() < DEPTH_BITS ? IssueKind.EIGHT_BIT_DEPTH : IssueKind.UNREADABLE;
    }

    private void add(IssueKind kind, PixelSource source, String text) {
        issues.add(new Issue(kind, split, sample.stem(), source.file(), text));
    }
}
