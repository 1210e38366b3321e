package dev.fathom.data.format;

import dev.fathom.core.UserException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * What Hypersim's tables say, where they lie in the data set's folder or in {@code analysis} in it: the cameras of the
 * scenes, and what pictures are for.
 */
final class HypersimTables {
    private static final String CAMERAS = "metadata_camera_parameters.csv";
    private static final String PARTS = "metadata_images_split_scene_v1.csv";

    private final Map<String, RayMatrix> cameras = new HashMap<>();
    private final Map<String, String> parts = new HashMap<>();
    private final boolean divided;

    /** @throws UserException if a table is there and cannot be read */
    HypersimTables(Path root) {
        find(root, CAMERAS).ifPresent(table -> guarded(table, this::readCameras));
        Optional<Path> division = find(root, PARTS);
        division.ifPresent(table -> guarded(table, this::readParts));
        divided = division.isPresent();
    }

    private static void guarded(Path table, Consumer<Path> reading) {
        try {
            reading.accept(table);
        } catch (NumberFormatException e) {
            throw new UserException(
                    table + " has a word where a number belongs: " + e.getMessage(),
                    "Copy the file again from the data set's source, or remove it",
                    e);
        }
    }

    private static Optional<Path> find(Path root, String name) {
        return Stream.of(root.resolve(name), root.resolve("analysis").resolve(name))
                .filter(Files::exists)
                .findFirst();
    }

    private void readCameras(Path table) {
        List<String> entries = IntStream.range(0, 9)
                .mapToObj(i -> "M_cam_from_uv_" + i / 3 + i % 3)
                .toList();
        String[] columns =
                Stream.concat(Stream.of("scene_name"), entries.stream()).toArray(String[]::new);
        for (Map<String, String> row : CsvTable.rows(table, columns)) {
            if (entries.stream().noneMatch(entry -> row.get(entry).isEmpty())) {
                List<Double> matrix = entries.stream()
                        .map(entry -> Double.parseDouble(row.get(entry)))
                        .toList();
                cameras.put(row.get("scene_name"), new RayMatrix(matrix));
            }
        }
    }

    private void readParts(Path table) {
        String scene = "scene_name";
        String camera = "camera_name";
        String frame = "frame_id";
        String part = "split_partition_name";
        for (Map<String, String> row : CsvTable.rows(table, scene, camera, frame, part)) {
            String number = row.get(frame);
            parts.put(key(row.get(scene), row.get(camera), Integer.parseInt(number)), row.get(part));
        }
    }

    private static String key(String scene, String camera, int frame) {
        return scene + " " + camera + " " + frame;
    }

    RayMatrix camera(String scene) {
        return cameras.getOrDefault(scene, RayMatrix.USUAL);
    }

    /** What a picture is for; empty for one that the table leaves out, as it does with broken ones. */
    Optional<Part> part(String scene, String camera, int frame) {
        if (!divided) {
            return Optional.of(Part.TRAIN);
        }
        return switch (parts.getOrDefault(key(scene, camera, frame), "")) {
            case "train" -> Optional.of(Part.TRAIN);
            case "val" -> Optional.of(Part.VAL);
            case "test" -> Optional.of(Part.TEST);
            default -> Optional.empty();
        };
    }
}
