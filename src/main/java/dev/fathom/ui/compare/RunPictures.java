package dev.fathom.ui.compare;

import dev.fathom.run.DistillationConfig;
import dev.fathom.run.RunConfig;
import dev.fathom.run.RunFolder;
import dev.fathom.run.RunInfo;
import dev.fathom.run.Samples;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.List;
import java.util.Objects;

/**
 * What a run has predicted, as it is on disk now. Reading decodes no picture.
 *
 * @param previews ids of the images that have predictions of several epochs
 * @param epochs with predictions of these
 * @param best epoch of the best weights, the last one with predictions if none is known
 * @param predictions by the best weights
 * @param evaluated when its scores last changed, null if there are none
 */
record RunPictures(
        RunFolder folder,
        String name,
        RunConfig config,
        List<String> previews,
        List<Integer> epochs,
        int best,
        BestPredictions predictions,
        FileTime evaluated) {

    static RunPictures read(RunFolder folder) throws IOException {
        Samples samples = Samples.of(folder);
        RunInfo info = folder.info();
        List<Integer> epochs = samples.epochs();
        int last = epochs.isEmpty() ? 0 : epochs.get(epochs.size() - 1);
        int best = info.best() == null ? last : info.best().epoch();
        return new RunPictures(
                folder,
                info.name(),
                folder.readConfig(),
                samples.ids(),
                epochs,
                best,
                BestPredictions.read(folder),
                changed(folder.evaluation()));
    }

    private static FileTime changed(Path folder) throws IOException {
        return Files.isDirectory(folder) ? Files.getLastModifiedTime(folder) : null;
    }

    /** True if this is one of the images that it predicts every few epochs. */
    boolean samples(ImageEntry image) {
        return image.origin() != ImageEntry.Origin.DROPPED && previews.contains(image.id());
    }

    Samples samples() {
        return Samples.of(folder);
    }

    /** True if the list of its images is the same: its predictions may have changed. */
    boolean hasImagesOf(RunPictures other) {
        return folder.equals(other.folder)
                && config.equals(other.config)
                && previews.equals(other.previews)
                && Objects.equals(evaluated, other.evaluated);
    }

    /** The teacher by which it was distilled, as the configuration names it; null if there was none. */
    String teacher() {
        DistillationConfig distillation = config.distillation();
        return distillation == null ? null : distillation.teacher();
    }

    /** Why there are not predictions of several epochs of this image. */
    String whyOneMoment(ImageEntry image) {
        if (epochs.size() < 2) {
            return "This run has kept predictions of " + (epochs.isEmpty() ? "no" : "one")
                    + " epoch: \"Predictions every\" in the experiment's training says how often it does";
        }
        return samples(image)
                ? "This image was predicted once"
                : "Several epochs are kept of the preview images only: " + String.join(", ", previews);
    }

    /** True if there are predictions of this image after this moment's epoch, or by the best weights. */
    boolean has(ImageEntry image, Moment moment) {
        return Files.exists(file(image, moment));
    }

    Path file(ImageEntry image, Moment moment) {
        return moment.isBest() ? predictions.depth(image) : samples().prediction(moment.epoch(), image.id());
    }

    /** The moment of this run's predictions that goes with another run's; where there is none, the best weights. */
    Moment nearest(ImageEntry image, Moment wanted) {
        boolean sampled = samples(image) && !epochs.isEmpty();
        if (!sampled || wanted.isBest() && has(image, Moment.BEST)) {
            return Moment.BEST;
        }
        return new Moment(Moment.nearest(epochs, wanted.isBest() ? best : wanted.epoch()));
    }
}
