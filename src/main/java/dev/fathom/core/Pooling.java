package dev.fathom.core;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** How the errors of many images become one number. */
public enum Pooling {
    /** The metrics of each image, then their mean: every image weighs the same. */
    IMAGE {
        @Override
        public DepthMetrics over(List<ErrorSums> images) {
            return DepthMetrics.mean(images.stream().map(ErrorSums::metrics).toList());
        }
    },
    /** The metrics of all pixels together: an image with more valid pixels weighs more. */
    PIXEL {
        @Override
        public DepthMetrics over(List<ErrorSums> images) {
            return images.stream().reduce(ErrorSums.NONE, ErrorSums::plus).metrics();
        }
    };

    /** One number of each metric; of no pixel if none was scored. */
    public abstract DepthMetrics over(List<ErrorSums> images);

    /** As on the command line and in files. */
    public String text() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** @throws UserException if there is none of that name */
    public static Pooling named(String text) {
        return Arrays.stream(values())
                .filter(pooling -> pooling.text().equals(text))
                .findFirst()
                .orElseThrow(() -> new UsageException("There is no pooling \"" + text + "\"", "Use image or pixel"));
    }
}
