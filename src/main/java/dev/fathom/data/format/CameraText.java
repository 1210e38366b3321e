package dev.fathom.data.format;

import dev.fathom.core.ImageSize;
import dev.fathom.core.Intrinsics;
import dev.fathom.data.ImageHeader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** Cameras in text files of numbers. One that is missing or makes no sense is no camera: depth does not need it. */
final class CameraText {
    private CameraText() {}

    /**
     * A camera matrix, row by row.
     *
     * @param columns 3, or 4 for a homogeneous one
     * @param pictures a folder with a picture of this camera, for the size
     */
    static Optional<Intrinsics> matrix(Path file, int columns, Path pictures) {
        double[] m = numbers(file);
        if (m.length < 3 * columns) {
            return Optional.empty();
        }
        return size(pictures).flatMap(size -> camera(size, m[0], m[columns + 1], m[2], m[columns + 2]));
    }

    /** ARKitScenes' line: width, height, focal lengths, principal point. */
    static Optional<Intrinsics> pincam(Path file) {
        double[] n = numbers(file);
        if (n.length != 6 || n[0] < 1 || n[1] < 1) {
            return Optional.empty();
        }
        return camera(new ImageSize((int) n[1], (int) n[0]), n[2], n[3], n[4], n[5]);
    }

    private static Optional<Intrinsics> camera(ImageSize size, double fx, double fy, double cx, double cy) {
        boolean sense = fx > 0 && fy > 0 && Double.isFinite(fx + fy + cx + cy);
        return sense ? Optional.of(new Intrinsics(size.width(), size.height(), fx, fy, cx, cy)) : Optional.empty();
    }

    private static Optional<ImageSize> size(Path pictures) {
        List<Path> files = FolderTree.list(pictures, name -> name.matches("(?i).*\\.(png|jpe?g)"));
        return files.isEmpty() ? Optional.empty() : ImageHeader.of(files.get(0)).map(ImageHeader::size);
    }

    /** None if there is no such file or it has anything but numbers. */
    private static double[] numbers(Path file) {
        try {
            String[] words = Files.readString(file).strip().split("\\s+");
            double[] numbers = new double[words.length];
            for (int i = 0; i < words.length; i++) {
                numbers[i] = Double.parseDouble(words[i]);
            }
            return numbers;
        } catch (IOException | NumberFormatException e) {
            return new double[0];
        }
    }
}
