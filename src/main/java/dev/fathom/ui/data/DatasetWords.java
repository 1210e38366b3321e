package dev.fathom.ui.data;

import dev.fathom.core.Intrinsics;
import dev.fathom.data.DepthDataset;
import dev.fathom.ui.base.Numbers;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.util.Locale;

/** A data set in words. */
final class DatasetWords {
    private DatasetWords() {}

    /** Its format and how many pictures each split has. */
    static String contents(DepthDataset data) {
        return data.format() + "  ·  " + Numbers.count(data.train().size()) + " train, "
                + Numbers.count(data.val().size()) + " val"
                + (data.test().isEmpty() ? "" : ", " + Numbers.count(data.test().size()) + " test")
                + (data.unlabeled().isEmpty()
                        ? ""
                        : ", " + Numbers.count(data.unlabeled().size()) + " unlabelled");
    }

    /** How its files are read: unit, division, camera, and how many were left out. */
    static String reading(DepthDataset data) {
        String camera = data.intrinsics().map(DatasetWords::camera).orElse("Camera: not known");
        int left = data.problems().size();
        return String.format(
                Locale.ROOT,
                "%s units a metre\nDivided: %s\n%s%s",
                new DecimalFormat("#,##0.####", DecimalFormatSymbols.getInstance(Locale.ROOT))
                        .format(data.unitsPerMetre()),
                data.splitRule(),
                camera,
                left == 0
                        ? ""
                        : "\n" + Numbers.count(left) + (left == 1 ? " file" : " files") + " left out: see the check");
    }

    private static String camera(Intrinsics camera) {
        return String.format(
                Locale.ROOT,
                "Camera: fx %.1f, fy %.1f, centre %.1f, %.1f of %d × %d",
                camera.fx(),
                camera.fy(),
                camera.cx(),
                camera.cy(),
                camera.width(),
                camera.height());
    }
}
