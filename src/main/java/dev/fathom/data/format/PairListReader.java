package dev.fathom.data.format;

import dev.fathom.core.Intrinsics;
import dev.fathom.data.CropRule;
import dev.fathom.data.CroppedDepth;
import dev.fathom.data.CroppedPicture;
import dev.fathom.data.DataProblem;
import dev.fathom.data.DepthSource;
import dev.fathom.data.FilePicture;
import dev.fathom.data.ImageHeader;
import dev.fathom.data.Listing;
import dev.fathom.data.PictureSource;
import dev.fathom.data.Sample;
import dev.fathom.data.SampleLists;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Turns list files into samples, finding the folders that their paths begin in. */
final class PairListReader {
    /** Makes the source of a depth file that was found. */
    @FunctionalInterface
    interface DepthKind {
        DepthSource of(Path folder, String name);
    }

    private final Path root;
    private final BaseFolders pictures;
    private final BaseFolders depths;
    private final DepthKind kind;
    private final Optional<CropRule> trainCrop;
    private final Optional<CropRule> scoredCrop;
    private final List<DataProblem> problems = new ArrayList<>();
    private Optional<Intrinsics> camera = Optional.empty();

    /**
     * @param trainCrop part that is kept of pictures to learn from
     * @param scoredCrop part that is kept of pictures to score
     */
    PairListReader(
            Path root,
            BaseFolders pictures,
            BaseFolders depths,
            DepthKind kind,
            Optional<CropRule> trainCrop,
            Optional<CropRule> scoredCrop) {
        this.root = root;
        this.pictures = pictures;
        this.depths = depths;
        this.kind = kind;
        this.trainCrop = trainCrop;
        this.scoredCrop = scoredCrop;
    }

    /**
     * Reads all lists. Where there is a list to test on and none to validate on, as the published lists of NYU Depth and
     * KITTI are, it does both.
     *
     * @param unitsPerMetre for the listing
     */
    Listing read(PairLists lists, double unitsPerMetre) {
        List<Sample> unlabeled = new ArrayList<>();
        List<Sample> train = samples(lists.train(), trainCrop, unlabeled);
        List<Sample> val = samples(lists.val(), scoredCrop, unlabeled);
        List<Sample> test = samples(lists.test(), scoredCrop, unlabeled);
        boolean divided = !val.isEmpty() || !test.isEmpty();
        SampleLists samples = new SampleLists(train, val.isEmpty() ? test : val, test, unlabeled);
        return new Listing(samples, divided, problems, unitsPerMetre, camera);
    }

    private List<Sample> samples(List<Path> files, Optional<CropRule> crop, List<Sample> unlabeled) {
        List<Sample> samples = new ArrayList<>();
        for (Path file : files) {
            for (PairLine line : PairLine.all(file)) {
                Optional<Sample> sample = sample(line, crop);
                sample.ifPresent(found -> (found.depth().isPresent() ? samples : unlabeled).add(found));
            }
        }
        return samples;
    }

    private Optional<Sample> sample(PairLine line, Optional<CropRule> crop) {
        Optional<BaseFolders.Found> picture = pictures.find(line.picture());
        if (picture.isEmpty()) {
            problems.add(new DataProblem(root.resolve(line.picture()), "A list names it and it does not exist."));
            return Optional.empty();
        }
        if (camera.isEmpty() && line.focal().isPresent()) {
            camera = camera(picture.get().file(), line.focal().get(), crop);
        }
        Optional<DepthSource> depth = Optional.empty();
        if (line.depth().isPresent()) {
            Optional<BaseFolders.Found> file = depths.find(line.depth().get());
            if (file.isEmpty()) {
                problems.add(
                        new DataProblem(root.resolve(line.depth().get()), "A list names it and it does not exist."));
                return Optional.empty();
            }
            depth = Optional.of(cropped(kind.of(file.get().folder(), file.get().name()), crop));
        }
        PictureSource source =
                new FilePicture(picture.get().folder(), picture.get().name());
        return Optional.of(new Sample(stem(line.picture()), cropped(source, crop), depth));
    }

    private static Optional<Intrinsics> camera(Path picture, double focal, Optional<CropRule> crop) {
        return ImageHeader.of(picture).map(header -> {
            Intrinsics whole =
                    Intrinsics.centred(header.size().width(), header.size().height(), focal);
            return crop.map(rule -> rule.of(whole)).orElse(whole);
        });
    }

    private static PictureSource cropped(PictureSource source, Optional<CropRule> crop) {
        return crop.<PictureSource>map(rule -> new CroppedPicture(source, rule)).orElse(source);
    }

    private static DepthSource cropped(DepthSource source, Optional<CropRule> crop) {
        return crop.<DepthSource>map(rule -> new CroppedDepth(source, rule)).orElse(source);
    }

    private static String stem(String path) {
        return path.substring(0, path.lastIndexOf('.'));
    }
}
