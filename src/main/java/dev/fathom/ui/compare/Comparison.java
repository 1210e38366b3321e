package dev.fathom.ui.compare;

import dev.fathom.core.DepthMap;
import dev.fathom.core.RgbImage;
import dev.fathom.data.DepthPng;
import dev.fathom.data.FileDepth;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.Map;

/** One image with everything known about it; depth in metres. */
record Comparison(Choice choice, Found<RgbImage> rgb, Found<DepthMap> truth, Map<Side, Found<DepthMap>> predictions) {

    /** Decodes what was chosen. */
    static Comparison load(Choice choice, DecodedFiles files) {
        ImageEntry image = choice.image();
        Found<DepthMap> truth = image.depth() == null
                ? Found.missing("This image has no ground truth")
                : files.depth(image.depth(), "The ground truth is gone");
        Map<Side, Found<DepthMap>> predictions = new EnumMap<>(Side.class);
        choice.runs().forEach((side, run) -> predictions.put(side, prediction(choice, side, run, files)));
        return new Comparison(
                choice, files.picture(image.picture(), image.depth(), "The picture is gone"), truth, predictions);
    }

    private static Found<DepthMap> prediction(Choice choice, Side side, Found<RunPictures> run, DecodedFiles files) {
        return run.flatMap(pictures -> {
            Path file = pictures.file(choice.image(), choice.moments().get(side));
            Found<DepthMap> found = files.depth(FileDepth.of(file, DepthPng.MILLIMETRES), "");
            return found.isThere() || !found.reason().isEmpty()
                    ? found
                    : Found.unpredicted(pictures.name() + " has not predicted this image yet", side);
        });
    }

    Found<DepthMap> prediction(Side side) {
        return predictions.getOrDefault(side, Found.missing(""));
    }

    /** The depth that a picture shows, which must be one of depth. */
    Found<DepthMap> depth(Picture picture) {
        return picture.side() == null ? truth : prediction(picture.side());
    }

    /** A prediction in the size of the truth. */
    Found<DepthMap> comparable(Side side) {
        return truth.flatMap(g -> prediction(side).map(p -> p.resizeNearest(g.width(), g.height())));
    }

    /** Width and height of what the panes share: the truth's, else the picture's, else a prediction's. */
    int[] size() {
        if (truth.isThere()) {
            return new int[] {truth.value().width(), truth.value().height()};
        }
        if (rgb.isThere()) {
            return new int[] {rgb.value().width(), rgb.value().height()};
        }
        Found<DepthMap> a = prediction(Side.A);
        return a.isThere() ? new int[] {a.value().width(), a.value().height()} : new int[] {640, 480};
    }
}
