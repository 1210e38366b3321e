package dev.fathom.data.format;

import dev.fathom.core.Intrinsics;
import dev.fathom.data.DataOptions;
import dev.fathom.data.DatasetFormat;
import dev.fathom.data.DepthPng;
import dev.fathom.data.FileDepth;
import dev.fathom.data.FilePicture;
import dev.fathom.data.Listing;
import dev.fathom.data.Sample;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;

/**
 * Apple's ARKitScenes: {@code lowres_wide} pictures and {@code lowres_depth} maps of 256x192 in millimetres, named
 * {@code VIDEO_SECONDS.png}, in a folder a video below {@code Training} and {@code Validation}. The part for depth
 * upsampling has pictures and the depth of a laser scanner of 1920x1440 in {@code wide} (in its read-me {@code color}) and
 * {@code highres_depth}. The camera is that of the first picture; it moves by a pixel or so from picture to picture.
 * Source: ARKitScenes, DATA.md, raw/README.md and depth_upsampling/README.md.
 */
final class ArkitScenes implements DatasetFormat {
    private static final int DEPTH = 4;
    private static final List<Folders> KINDS = List.of(
            new Folders("lowres_wide", "lowres_depth"),
            new Folders("wide", "highres_depth"),
            new Folders("color", "highres_depth"));
    private static final Pattern TIMED = Pattern.compile("(.*_)?(\\d+\\.\\d+)\\.(?:png|jpg)");

    /** Names of the folders that belong together. */
    private record Folders(String pictures, String depth) {
        boolean in(Path video) {
            return Files.isDirectory(video.resolve(pictures)) && Files.isDirectory(video.resolve(depth));
        }
    }

    @Override
    public String name() {
        return "arkitscenes";
    }

    @Override
    public String layout() {
        return "Training and Validation with folders of lowres_wide and lowres_depth, or of wide and highres_depth";
    }

    @Override
    public Optional<Detection> detect(Path root) {
        return FolderTree.first(root, DEPTH, ArkitScenes::isVideo).map(folder -> {
            Folders kind = kind(folder).orElseThrow();
            return new Detection(Confidence.CERTAIN, folder + " has " + kind.pictures + " and " + kind.depth);
        });
    }

    private static boolean isVideo(Path folder) {
        return kind(folder).isPresent();
    }

    private static Optional<Folders> kind(Path video) {
        return KINDS.stream().filter(kind -> kind.in(video)).findFirst();
    }

    @Override
    public Listing open(Path root, DataOptions options) {
        double scale = options.scaleOr(DepthPng.MILLIMETRES);
        Collected found = new Collected();
        Optional<Intrinsics> camera = Optional.empty();
        for (Path video : FolderTree.all(root, DEPTH, ArkitScenes::isVideo)) {
            String prefix = Collected.prefix(root, video);
            Folders kind = kind(video).orElseThrow();
            Path wide = video.resolve(kind.pictures);
            Part part = prefix.contains("Validation/") ? Part.VAL : Part.TRAIN;
            add(part, prefix, wide, video.resolve(kind.depth), scale, found);
            if (camera.isEmpty()) {
                camera = camera(video.resolve(kind.pictures + "_intrinsics"));
            }
        }
        return found.listing(scale, camera);
    }

    private static void add(Part part, String prefix, Path wide, Path depth, double scale, Collected found) {
        NavigableMap<Double, String> pictures = byTime(wide);
        NavigableMap<Double, String> depths = byTime(depth);
        for (Timestamps.Match match : Timestamps.match(pictures, depths)) {
            String name = pictures.remove(match.picture());
            found.add(
                    part,
                    new Sample(
                            prefix + name.substring(0, name.lastIndexOf('.')),
                            new FilePicture(wide, name),
                            Optional.of(new FileDepth(depth, depths.remove(match.depth()), scale))));
        }
        pictures.values()
                .forEach(name -> found.problem(
                        wide.resolve(name), "There is no depth within 0.02 seconds of it in " + depth + "."));
        depths.values()
                .forEach(name -> found.problem(
                        depth.resolve(name), "There is no picture within 0.02 seconds of it in " + wide + "."));
    }

    private static NavigableMap<Double, String> byTime(Path folder) {
        NavigableMap<Double, String> byTime = new TreeMap<>();
        for (Path file : FolderTree.list(folder, name -> TIMED.matcher(name).matches())) {
            String name = file.getFileName().toString();
            byTime.put(Double.parseDouble(TIMED.matcher(name).replaceFirst("$2")), name);
        }
        return byTime;
    }

    private static Optional<Intrinsics> camera(Path folder) {
        List<Path> files =
                Files.isDirectory(folder) ? FolderTree.list(folder, name -> name.endsWith(".pincam")) : List.of();
        return files.isEmpty() ? Optional.empty() : CameraText.pincam(files.get(0));
    }
}
