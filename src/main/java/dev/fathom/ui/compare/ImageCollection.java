package dev.fathom.ui.compare;

import dev.fathom.core.Intrinsics;
import dev.fathom.core.UserException;
import dev.fathom.data.DepthDataset;
import dev.fathom.data.DepthPng;
import dev.fathom.data.FileDepth;
import dev.fathom.data.FilePicture;
import dev.fathom.dataset.RunData;
import dev.fathom.run.Samples;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The images of a run: those that were dropped on the page, the preview images and the validation images.
 *
 * @param images each id once
 * @param scores of the run, for the order of the list
 * @param predicted true if the best weights have predicted images, not only the preview images
 * @param camera of the data set, if it says so
 * @param note why there are not more images, or an empty string
 */
record ImageCollection(
        List<ImageEntry> images, Scores scores, boolean predicted, Optional<Intrinsics> camera, String note) {
    static final ImageCollection EMPTY = new ImageCollection(List.of(), Scores.NONE, false, Optional.empty(), "");

    /** Lists files; decodes none. */
    static ImageCollection read(RunPictures run, List<Path> dropped) throws IOException {
        List<ImageEntry> images = new ArrayList<>();
        dropped.forEach(file -> images.add(dropped(file)));
        Map<String, ImageEntry> byId = new LinkedHashMap<>();
        String note = "";
        Optional<Intrinsics> camera = Optional.empty();
        try {
            DepthDataset data = RunData.open(run.config().data());
            camera = data.intrinsics();
            validation(data).forEach(image -> byId.put(image.id(), image));
        } catch (UserException e) {
            note = "Only the run's preview images: " + e.what();
        }
        previews(run).forEach(image -> byId.merge(image.id(), image, ImageEntry::seenAs));
        byId.values().stream()
                .sorted((one, other) -> one.id().compareTo(other.id()))
                .forEach(images::add);
        return new ImageCollection(
                List.copyOf(images),
                Scores.newest(run.folder()),
                run.predictions().changed() != null,
                camera,
                note);
    }

    private static ImageEntry dropped(Path file) {
        String name = file.getFileName().toString();
        int dot = name.lastIndexOf('.');
        String stem = dot > 0 ? name.substring(0, dot) : name;
        return new ImageEntry(stem, FilePicture.of(file), null, ImageEntry.Origin.DROPPED, file);
    }

    private static Collection<ImageEntry> previews(RunPictures run) {
        Samples samples = run.samples();
        return run.previews().stream()
                .map(id -> new ImageEntry(
                        id,
                        FilePicture.of(samples.rgb(id)),
                        Files.exists(samples.depth(id)) ? FileDepth.of(samples.depth(id), DepthPng.MILLIMETRES) : null,
                        ImageEntry.Origin.PREVIEW,
                        null))
                .toList();
    }

    private static Collection<ImageEntry> validation(DepthDataset data) {
        return data.val().stream()
                .map(sample -> new ImageEntry(
                        ImageEntry.id(sample.stem()),
                        sample.picture(),
                        sample.depth().orElse(null),
                        ImageEntry.Origin.VALIDATION,
                        sample.picture() instanceof FilePicture file ? file.file() : null))
                .toList();
    }
}
