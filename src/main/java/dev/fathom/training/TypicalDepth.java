package dev.fathom.training;

import dev.fathom.core.UserException;
import dev.fathom.data.DepthSource;
import dev.fathom.data.Sample;
import dev.fathom.data.StoredDepth;
import java.util.List;

/** The geometric mean of the depth of a data set in metres, from a few files spread evenly over it. */
final class TypicalDepth {
    private static final int FILES = 32;

    private TypicalDepth() {}

    /** @return 1 if no file has a valid pixel; a file that cannot be read is the loader's to report */
    static double of(List<Sample> samples) {
        int files = Math.min(FILES, samples.size());
        double logs = 0;
        long pixels = 0;
        for (int k = 0; k < files; k++) {
            DepthSource source = samples.get((int) ((long) k * samples.size() / files))
                    .depth()
                    .orElseThrow();
            try {
                StoredDepth depth = source.read();
                for (int i = 0; i < depth.width() * depth.height(); i++) {
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
