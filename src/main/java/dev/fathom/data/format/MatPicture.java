package dev.fathom.data.format;

import dev.fathom.core.RgbImage;
import dev.fathom.core.UserException;
import dev.fathom.data.PictureSource;
import dev.fathom.data.file.Hdf5File;
import java.nio.file.Path;

/**
 * A picture in {@code images} of the labelled NYU file, which in HDF5's order are numbers by picture, colour, column and
 * row.
 *
 * @param index from 0
 */
record MatPicture(Path file, int index) implements PictureSource {
    static final String ARRAY = "images";
    private static final int COLOURS = 3;

    @Override
    public String key() {
        return ARRAY + "/" + index;
    }

    @Override
    public RgbImage read() {
        try (Hdf5File mat = Hdf5File.open(file)) {
            long[] size = mat.dimensions(ARRAY);
            if (size.length != 4 || size[1] != COLOURS || index >= size[0]) {
                throw new UserException(
                        file + " has no picture " + index + " of three colours in " + ARRAY,
                        "Check that it is nyu_depth_v2_labeled.mat");
            }
            int width = (int) size[2];
            int height = (int) size[3];
            float[] values = mat.numbers(ARRAY, new long[] {index, 0, 0, 0}, new long[] {1, COLOURS, width, height});
            byte[] rgb = new byte[values.length];
            for (int i = 0; i < values.length; i++) {
                int colour = i / (width * height);
                int column = i / height % width;
                rgb[(i % height * width + column) * COLOURS + colour] = (byte) values[i];
            }
            return new RgbImage(width, height, rgb);
        }
    }
}
