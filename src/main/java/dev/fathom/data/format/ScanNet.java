package dev.fathom.data.format;

import dev.fathom.core.Intrinsics;
import dev.fathom.data.DataOptions;
import dev.fathom.data.DatasetFormat;
import dev.fathom.data.DepthPng;
import dev.fathom.data.FileDepth;
import dev.fathom.data.Listing;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Frames that ScanNet's SensReader exports: a folder a scene with {@code color/0.jpg}, {@code depth/0.png} in millimetres
 * and {@code intrinsic/intrinsic_color.txt}, or {@code intrinsics_color.txt} as in scannet_frames_25k. Depth is smaller than colour (640x480 against 1296x968) and shows the same
 * view. {@code scannetv2_train.txt} and its like divide the scenes.
 */
final class ScanNet implements DatasetFormat {
    private static final int DEPTH = 3;
    private static final String CAMERA_OF_25K = "intrinsics_color.txt";
    private static final Pattern PICTURE = Pattern.compile("(\\d+)\\.(?:jpe?g|png)");
    private static final Pattern MILLIMETRES = Pattern.compile("(\\d+)\\.png");

    @Override
    public String name() {
        return "scannet";
    }

    @Override
    public String layout() {
        return "folders with color/0.jpg, depth/0.png and intrinsic";
    }

    @Override
    public Optional<Detection> detect(Path root) {
        return FolderTree.first(root, DEPTH, folder -> isScene(folder) && hasCamera(folder))
                .map(folder -> new Detection(Confidence.CERTAIN, folder + " has color, depth and intrinsics"));
    }

    private static boolean hasCamera(Path folder) {
        return Files.isDirectory(folder.resolve("intrinsic")) || Files.exists(folder.resolve(CAMERA_OF_25K));
    }

    private static Optional<Intrinsics> camera(Path scene, Path pictures) {
        Path exported = scene.resolve("intrinsic/intrinsic_color.txt");
        return CameraText.matrix(Files.exists(exported) ? exported : scene.resolve(CAMERA_OF_25K), 4, pictures);
    }

    private static boolean isScene(Path folder) {
        return Files.isDirectory(folder.resolve("color")) && Files.isDirectory(folder.resolve("depth"));
    }

    @Override
    public Listing open(Path root, DataOptions options) {
        double scale = options.scaleOr(DepthPng.MILLIMETRES);
        SceneLists lists = SceneLists.read(root, "scannetv2_");
        Collected found = new Collected();
        SharedCamera camera = new SharedCamera();
        for (Path scene : FolderTree.all(root, DEPTH, ScanNet::isScene)) {
            Path pictures = scene.resolve("color");
            found.pair(
                    lists.part(scene.getFileName().toString()),
                    Collected.prefix(root, scene),
                    NamedFiles.in(pictures, PICTURE),
                    NamedFiles.in(scene.resolve("depth"), MILLIMETRES),
                    (folder, name) -> new FileDepth(folder, name, scale));
            camera.see(() -> camera(scene, pictures));
        }
        return found.listing(scale, camera.get());
    }
}
