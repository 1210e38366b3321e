package dev.fathom.run;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Where a run keeps its preview images and their predictions. An image is known by its id, the stem of its file name.
 *
 * <pre>
 * samples/preview/ID_rgb.png      the picture, 8-bit RGB, written once
 * samples/preview/ID_depth.png    its ground truth, 16-bit gray, millimetres, 0 invalid; absent if there is none
 * samples/epoch_012/ID_pred.png   the prediction after epoch 12, 16-bit gray, millimetres, in the picture's size
 * samples/epoch_012/ID_color.png  the same for people, 8-bit RGB
 * </pre>
 *
 * @param folder the run's {@code samples} folder, which need not exist
 */
public record Samples(Path folder) {
    private static final String RGB = "_rgb.png";
    private static final Pattern EPOCH = Pattern.compile("epoch_(\\d{3,9})");

    public static Samples of(RunFolder run) {
        return new Samples(run.samples());
    }

    /** The picture that was predicted. */
    public Path rgb(String id) {
        return folder.resolve("preview").resolve(id + RGB);
    }

    /** Its ground truth. */
    public Path depth(String id) {
        return folder.resolve("preview").resolve(id + "_depth.png");
    }

    /** The predictions of one epoch (from 1). */
    public Path epoch(int epoch) {
        return folder.resolve(String.format(Locale.ROOT, "epoch_%03d", epoch));
    }

    /** A prediction as depth. */
    public Path prediction(int epoch, String id) {
        return epoch(epoch).resolve(id + "_pred.png");
    }

    /** A prediction as a coloured picture. */
    public Path colour(int epoch, String id) {
        return epoch(epoch).resolve(id + "_color.png");
    }

    /** Ids of the preview images, sorted; none while the folder is not there. */
    public List<String> ids() throws IOException {
        return names(folder.resolve("preview")).stream()
                .filter(name -> name.endsWith(RGB))
                .map(name -> name.substring(0, name.length() - RGB.length()))
                .toList();
    }

    /** Epochs that have predictions, ascending; none while the folder is not there. */
    public List<Integer> epochs() throws IOException {
        return names(folder).stream()
                .map(EPOCH::matcher)
                .filter(Matcher::matches)
                .map(match -> Integer.valueOf(match.group(1)))
                .sorted()
                .toList();
    }

    private static List<String> names(Path folder) throws IOException {
        try (Stream<Path> children = Files.list(folder)) {
            return children.map(child -> child.getFileName().toString())
                    .sorted()
                    .toList();
        } catch (NoSuchFileException e) {
            return List.of();
        }
    }
}
