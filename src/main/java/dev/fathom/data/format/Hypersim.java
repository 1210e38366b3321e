package dev.fathom.data.format;

import dev.fathom.core.Intrinsics;
import dev.fathom.data.DataOptions;
import dev.fathom.data.DatasetFormat;
import dev.fathom.data.FilePicture;
import dev.fathom.data.ImageHeader;
import dev.fathom.data.Listing;
import dev.fathom.data.Sample;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Hypersim: a folder a scene with {@code images/scene_cam_00_final_preview/frame.0000.tonemap.jpg} and
 * {@code images/scene_cam_00_geometry_hdf5/frame.0000.depth_meters.hdf5}, whose metres run along the rays.
 */
final class Hypersim implements DatasetFormat {
    private static final int DEPTH = 3;
    private static final Pattern GEOMETRY = Pattern.compile("scene_(cam_\\d+)_geometry_hdf5");
    private static final Pattern PICTURE = Pattern.compile("frame\\.(\\d+)\\.tonemap\\.(?:jpe?g|png)");
    private static final Pattern METRES = Pattern.compile("frame\\.(\\d+)\\.depth_meters\\.hdf5");

    @Override
    public String name() {
        return "hypersim";
    }

    @Override
    public String layout() {
        return "folders with images/scene_cam_00_final_preview and images/scene_cam_00_geometry_hdf5";
    }

    @Override
    public Optional<Detection> detect(Path root) {
        return FolderTree.first(root, DEPTH, Hypersim::isScene)
                .map(folder -> new Detection(Confidence.CERTAIN, folder + " has images/scene_cam_N_geometry_hdf5"));
    }

    private static boolean isScene(Path folder) {
        Path images = folder.resolve("images");
        return Files.isDirectory(images) && NamedFiles.any(images, GEOMETRY);
    }

    @Override
    public Listing open(Path root, DataOptions options) {
        HypersimTables tables = new HypersimTables(root);
        Collected found = new Collected();
        SharedCamera camera = new SharedCamera();
        for (Path scene : FolderTree.all(root, DEPTH, Hypersim::isScene)) {
            Path images = scene.resolve("images");
            RayMatrix rays = tables.camera(scene.getFileName().toString());
            for (Path geometry :
                    FolderTree.list(images, name -> GEOMETRY.matcher(name).matches())) {
                Matcher name = GEOMETRY.matcher(geometry.getFileName().toString());
                if (name.matches()) {
                    Path pictures = images.resolve("scene_" + name.group(1) + "_final_preview");
                    new Shots(root, scene, name.group(1), pictures, geometry, rays, options.scaleOr(1))
                            .addTo(found, tables);
                    camera.see(() -> camera(pictures, rays));
                }
            }
        }
        return found.listing(options.scaleOr(1), camera.get());
    }

    private static Optional<Intrinsics> camera(Path pictures, RayMatrix rays) {
        Optional<String> first =
                NamedFiles.in(pictures, PICTURE).byKey().values().stream().findFirst();
        if (first.isEmpty() || !rays.isPinhole()) {
            return Optional.empty();
        }
        return ImageHeader.of(pictures.resolve(first.get()))
                .map(ImageHeader::size)
                .map(size -> {
                    double fx = rays.focalX(size.width());
                    double fy = rays.focalY(size.height());
                    double cx = (size.width() - 1) / 2.0;
                    return new Intrinsics(size.width(), size.height(), fx, fy, cx, (size.height() - 1) / 2.0);
                });
    }

    /** The pictures of one camera of a scene. */
    private record Shots(
            Path root, Path scene, String camera, Path pictures, Path geometry, RayMatrix rays, double scale) {
        void addTo(Collected found, HypersimTables tables) {
            Map<String, String> depths = NamedFiles.in(geometry, METRES).byKey();
            NamedFiles.in(pictures, PICTURE).byKey().forEach((frame, picture) -> {
                String depth = depths.get(frame);
                Optional<Part> part = tables.part(scene.getFileName().toString(), camera, Integer.parseInt(frame));
                if (depth == null) {
                    found.problem(pictures.resolve(picture), "There is no depth for it in " + geometry + ".");
                } else if (part.isPresent()) {
                    String stem = Collected.prefix(root, scene) + camera + "/frame." + frame;
                    RayDepth source = new RayDepth(geometry, depth, rays, scale);
                    found.add(part.get(), new Sample(stem, new FilePicture(pictures, picture), Optional.of(source)));
                }
            });
        }
    }
}
