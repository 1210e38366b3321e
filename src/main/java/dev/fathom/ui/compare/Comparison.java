package dev.fathom.ui.compare;

import dev.fathom.core.DepthMap;
import dev.fathom.core.RgbImage;

/** One preview image with everything known about it; depth in metres. */
record Comparison(Found<RgbImage> rgb, Found<DepthMap> truth, Found<DepthMap> student, Found<DepthMap> teacher) {

    /** Width and height of what the panes share: the truth's, else the picture's, else the prediction's. */
    int[] size() {
        if (truth.isThere()) {
            return new int[] {truth.value().width(), truth.value().height()};
        }
        if (rgb.isThere()) {
            return new int[] {rgb.value().width(), rgb.value().height()};
        }
        return student.isThere()
                ? new int[] {student.value().width(), student.value().height()}
                : new int[] {640, 480};
    }
}
