package dev.fathom.prediction;

import dev.fathom.core.DepthMap;
import dev.fathom.core.RgbImage;
import dev.fathom.core.UsageException;
import dev.fathom.core.UserException;
import dev.fathom.data.ColorPng;
import dev.fathom.data.DepthPng;
import dev.fathom.data.MetreBar;
import dev.fathom.data.RgbFile;
import dev.fathom.data.file.NpyFile;
import dev.fathom.data.file.PfmFile;
import dev.fathom.data.file.PlyFile;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/** Files that a depth map can be written as. */
public enum OutputFormat {
    /** 16-bit gray PNG in units of the caller's choice. */
    PNG16("png") {
        @Override
        void write(Path file, DepthMap depth, RgbImage picture, OutputOptions options) throws IOException {
            DepthPng.write(file, depth, options.unitsPerMetre());
        }
    },
    /** NumPy array of 32-bit floats, metres. */
    NPY("npy") {
        @Override
        void write(Path file, DepthMap depth, RgbImage picture, OutputOptions options) throws IOException {
            NpyFile.write(file, depth);
        }
    },
    /** Portable float map, metres. */
    PFM("pfm") {
        @Override
        void write(Path file, DepthMap depth, RgbImage picture, OutputOptions options) throws IOException {
            PfmFile.write(file, depth);
        }
    },
    /** A picture for people with a bar in metres. */
    COLOUR("png") {
        @Override
        void write(Path file, DepthMap depth, RgbImage picture, OutputOptions options) throws IOException {
            DepthRange range = options.range().orElseGet(() -> DepthRange.of(depth));
            RgbImage colours = ColorPng.colour(depth, options.colours(), range.near(), range.far());
            RgbFile.writePng(file, MetreBar.beside(colours, options.colours(), range.near(), range.far()));
        }
    },
    /** Point cloud with the picture's colours. */
    PLY("ply") {
        @Override
        void write(Path file, DepthMap depth, RgbImage picture, OutputOptions options) throws IOException {
            PlyFile.write(file, depth, picture, options.camera().of(depth.width(), depth.height()));
        }
    };

    private final String ending;

    OutputFormat(String ending) {
        this.ending = ending;
    }

    /** As on the command line, and the name of the folder that such files go to. */
    public String text() {
        return name().toLowerCase(Locale.ROOT);
    }

    /**
     * Where the file of a picture lies.
     *
     * @param stem path without an ending, with slashes
     */
    public Path file(Path out, String stem) {
        return out.resolve(text()).resolve(stem + "." + ending);
    }

    /**
     * Writes a file as a whole.
     *
     * @param picture for its colours; may be null for formats other than PLY
     */
    abstract void write(Path file, DepthMap depth, RgbImage picture, OutputOptions options) throws IOException;

    /**
     * Reads {@code png16,npy}.
     *
     * @throws UserException naming all, if there is none of one of the names
     */
    public static Set<OutputFormat> parse(String text) {
        Set<OutputFormat> formats = EnumSet.noneOf(OutputFormat.class);
        for (String name : text.split(",", -1)) {
            formats.add(Arrays.stream(values())
                    .filter(format -> format.text().equals(name.trim().toLowerCase(Locale.ROOT)))
                    .findFirst()
                    .orElseThrow(() -> new UsageException(
                            "There is no output format \"" + name + "\"",
                            "Use some of "
                                    + Arrays.stream(values())
                                            .map(OutputFormat::text)
                                            .collect(Collectors.joining(", ")))));
        }
        return formats;
    }
}
