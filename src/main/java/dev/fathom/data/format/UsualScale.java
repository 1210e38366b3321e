package dev.fathom.data.format;

import dev.fathom.core.UserException;
import dev.fathom.data.DataOptions;
import dev.fathom.data.DepthFiles;
import dev.fathom.data.DepthPng;
import java.nio.file.Path;
import java.util.stream.Stream;

/** Units per metre of depth files of which the format does not say it: those that the user says, or that are usual. */
final class UsualScale {
    private UsualScale() {}

    /** @param depths of which the first one tells for all; a broken one is told of when it is used */
    static double of(DataOptions options, Stream<Path> depths) {
        return options.unitsPerMetre()
                .orElseGet(() -> depths.findFirst().map(UsualScale::ofFile).orElse(DepthPng.MILLIMETRES));
    }

    private static double ofFile(Path file) {
        try {
            return DepthFiles.usualScale(file);
        } catch (UserException e) {
            return DepthPng.MILLIMETRES;
        }
    }
}
