package dev.fathom.training;

import dev.fathom.core.UserException;
import dev.fathom.data.DepthPng;
import dev.fathom.data.DepthRaster;
import dev.fathom.data.Sample;
import java.nio.file.Path;
import java.util.List;

/** The geometric mean of the depth of a data set in metres, from a few files spread evenly over it. */
final class TypicalDepth {
    private static final int FILES = 32;

    private TypicalDepth() {}

    /** @return 1 if no file has a valid pixel; a file that cannot be read is the loader's to report */
    static double of(List<Sample> samples, double unitsPerMetre) {
        int files = Math.min(FILES, samples.size());
        double logs = 0;
        long pixels = 0;
        for (int k = 0; k < files; k++) {
            Path file = samples.get((int) ((long) k * samples.size() / files))
                    .depth()
                    .orElseThrow();
            try {
                DepthRaster depth = DepthPng.readRaster(file, unitsPerMetre);
                for (int i = 0; i < depth.raw().length; i++) {
                    if (depth.valid(i)) {
                        logs += Math.log(depth.metres(i));
                        pixels++;
                    }
                }
            } catch (UserException e) {
                continue;
            }
        }
        return pixels == 0 ? 1 : Math.exp(logs / pixels);
    }
}
