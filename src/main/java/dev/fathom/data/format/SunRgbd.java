package dev.fathom.data.format;

import dev.fathom.core.Intrinsics;
import dev.fathom.data.DataOptions;
import dev.fathom.data.DatasetFormat;
import dev.fathom.data.DepthPng;
import dev.fathom.data.FilePicture;
import dev.fathom.data.Listing;
import dev.fathom.data.Sample;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * SUN RGB-D: a folder a picture with {@code image/*.jpg}, {@code depth/*.png} as measured, {@code depth_bfx/*.png} with
 * its holes filled, and {@code intrinsics.txt}. The measured depth is taken, the filled only where there is no other.
 */
final class SunRgbd implements DatasetFormat {
    private static final int DEPTH = 7;

    @Override
    public String name() {
        return "sunrgbd";
    }

    @Override
    public String layout() {
        return "folders with image/*.jpg, depth/*.png or depth_bfx/*.png, and intrinsics.txt";
    }

    @Override
    public Optional<Detection> detect(Path root) {
        return FolderTree.first(root, DEPTH, folder -> isShot(folder) && Files.exists(folder.resolve("intrinsics.txt")))
                .map(folder -> new Detection(
                        Confidence.CERTAIN, folder + " has image, depth or depth_bfx, and intrinsics.txt"));
    }

    private static boolean isShot(Path folder) {
        return Files.isDirectory(folder.resolve("image"))
                && (Files.isDirectory(folder.resolve("depth")) || Files.isDirectory(folder.resolve("depth_bfx")));
    }

    @Override
    public Listing open(Path root, DataOptions options) {
        double scale = options.scaleOr(DepthPng.MILLIMETRES);
        Collected found = new Collected();
        SharedCamera camera = new SharedCamera();
        for (Path shot : FolderTree.all(root, DEPTH, SunRgbd::isShot)) {
            add(root, shot, scale, found);
            camera.see(() -> camera(shot));
        }
        LoosePairs.addTo(found, root, (folder, name) -> new SunDepth(folder, name, scale));
        return found.listing(scale, camera.get());
    }

    /** Picture and depth of a shot are alone in their folders and often differ in their names. */
    private static void add(Path root, Path shot, double scale, Collected found) {
        Optional<Path> picture = sole(shot.resolve("image"), found);
        Optional<Path> depth = sole(depthFolder(shot), found);
        if (picture.isPresent() && depth.isPresent()) {
            String prefix = Collected.prefix(root, shot);
            String stem = prefix.isEmpty() ? "shot" : prefix.substring(0, prefix.length() - 1);
            FilePicture source = FilePicture.of(picture.get());
            SunDepth stored = new SunDepth(
                    depth.get().getParent(), depth.get().getFileName().toString(), scale);
            found.add(Part.TRAIN, new Sample(stem, source, Optional.of(stored)));
        }
    }

    private static Path depthFolder(Path shot) {
        Path measured = shot.resolve("depth");
        return Files.isDirectory(measured) ? measured : shot.resolve("depth_bfx");
    }

    private static Optional<Path> sole(Path folder, Collected found) {
        List<Path> files = FolderTree.list(folder, name -> name.matches("(?i).*\\.(png|jpe?g)"));
        if (files.size() != 1) {
            found.problem(folder, "There are " + files.size() + " images in it where one is expected.");
            return Optional.empty();
        }
        return Optional.of(files.get(0));
    }

    private static Optional<Intrinsics> camera(Path shot) {
        return CameraText.matrix(shot.resolve("intrinsics.txt"), 3, shot.resolve("image"));
    }
}
