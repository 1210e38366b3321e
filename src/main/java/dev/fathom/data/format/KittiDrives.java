package dev.fathom.data.format;

import dev.fathom.core.UserException;
import dev.fathom.data.CropRule;
import dev.fathom.data.CroppedDepth;
import dev.fathom.data.CroppedPicture;
import dev.fathom.data.DataOptions;
import dev.fathom.data.DataProblem;
import dev.fathom.data.DatasetFormat;
import dev.fathom.data.DepthSource;
import dev.fathom.data.FileDepth;
import dev.fathom.data.FilePicture;
import dev.fathom.data.Listing;
import dev.fathom.data.PictureSource;
import dev.fathom.data.Sample;
import dev.fathom.data.SampleLists;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * KITTI as its site hands it out, without lists: annotated depth in
 * {@code train|val/DRIVE/proj_depth/groundtruth/image_02/N.png}, raw pictures in {@code DATE/DRIVE/image_02/data/N.png},
 * both in one folder or in {@code data_depth_annotated} and {@code raw}.
 */
final class KittiDrives implements DatasetFormat {
    private static final List<String> DEPTH_PLACES = List.of("", "data_depth_annotated", "gt_depth");
    private static final List<String> CAMERAS = List.of("image_02", "image_03");
    private static final int DATE_LENGTH = "2011_09_26".length();

    @Override
    public String name() {
        return "kitti-drives";
    }

    @Override
    public String layout() {
        return "train|val/DRIVE_sync/proj_depth/groundtruth/image_02 and DATE/DRIVE_sync/image_02/data";
    }

    @Override
    public Optional<Detection> detect(Path root) {
        if (PairLists.find(root).isPresent()) {
            return Optional.empty();
        }
        return Stream.of("train", "val")
                .flatMap(split -> drives(root, split).stream())
                .findFirst()
                .map(drive -> new Detection(Confidence.CERTAIN, "it has annotated depth in " + drive.getFileName()));
    }

    @Override
    public Listing open(Path root, DataOptions options) {
        double scale = options.scaleOr(KittiLists.UNITS_PER_METRE);
        List<DataProblem> problems = new ArrayList<>();
        BaseFolders raw = new BaseFolders(root, KittiLists.RAW);
        List<Sample> train = samples(root, "train", raw, options.crop(), scale, problems);
        List<Sample> val = samples(root, "val", raw, options.crop(), scale, problems);
        SampleLists samples = new SampleLists(train, val, List.of(), List.of());
        return new Listing(samples, !val.isEmpty(), problems, scale, Optional.empty());
    }

    private static List<Path> drives(Path root, String split) {
        for (String place : DEPTH_PLACES) {
            Path folder = root.resolve(place).resolve(split);
            if (Files.isDirectory(folder)) {
                return list(folder).stream()
                        .filter(drive -> Files.isDirectory(drive.resolve("proj_depth/groundtruth")))
                        .toList();
            }
        }
        return List.of();
    }

    private static List<Sample> samples(
            Path root, String split, BaseFolders raw, boolean crop, double scale, List<DataProblem> problems) {
        List<Sample> samples = new ArrayList<>();
        for (Path drive : drives(root, split)) {
            for (String camera : CAMERAS) {
                Path folder = drive.resolve("proj_depth/groundtruth").resolve(camera);
                for (Path depth : Files.isDirectory(folder) ? list(folder) : List.<Path>of()) {
                    String name = depth.getFileName().toString();
                    String date = drive.getFileName().toString().substring(0, DATE_LENGTH);
                    String picture = date + "/" + drive.getFileName() + "/" + camera + "/data/" + name;
                    Optional<BaseFolders.Found> found = raw.find(picture);
                    if (found.isEmpty()) {
                        problems.add(new DataProblem(depth, "There is no raw picture " + picture + " for it."));
                    } else {
                        PictureSource source = new FilePicture(
                                found.get().folder(), found.get().name());
                        samples.add(sample(picture, source, new FileDepth(folder, name, scale), crop));
                    }
                }
            }
        }
        return samples;
    }

    private static Sample sample(String path, PictureSource picture, DepthSource depth, boolean crop) {
        String stem = path.substring(0, path.lastIndexOf('.'));
        return crop
                ? new Sample(
                        stem,
                        new CroppedPicture(picture, CropRule.KITTI),
                        Optional.of(new CroppedDepth(depth, CropRule.KITTI)))
                : new Sample(stem, picture, Optional.of(depth));
    }

    private static List<Path> list(Path folder) {
        try (Stream<Path> entries = Files.list(folder)) {
            return entries.sorted().toList();
        } catch (IOException e) {
            throw new UserException(
                    "The folder " + folder + " cannot be listed: " + e.getMessage(), "Check its permissions", e);
        }
    }
}
