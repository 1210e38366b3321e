package dev.fathom.data.file;

import dev.fathom.core.UserException;
import io.jhdf.HdfFile;
import io.jhdf.api.Dataset;
import io.jhdf.exceptions.HdfInvalidPathException;
import io.jhdf.object.datatype.DataType;
import io.jhdf.object.datatype.FixedPoint;
import io.jhdf.object.datatype.FloatingPoint;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.function.Supplier;

/**
 * An HDF5 file, and so also a MATLAB file of version 7.3, whose arrays lie in it with their dimensions in reverse
 * order. Only what is asked for is read. Readable by several threads at once.
 */
public final class Hdf5File implements AutoCloseable {
    private final Path path;
    private final HdfFile file;

    private Hdf5File(Path path, HdfFile file) {
        this.path = path;
        this.file = file;
    }

    /** @throws UserException if the file is missing, damaged or no HDF5 file */
    public static Hdf5File open(Path path) {
        FileSentences.requireContent(path);
        if (!Hdf5Signature.in(path)) {
            throw new UserException(
                    path + " is neither an HDF5 file nor a MATLAB file of version 7.3",
                    "Save it again in MATLAB with save(..., '-v7.3'), or remove it");
        }
        return new Hdf5File(path, guarded(path, () -> new HdfFile(path)));
    }

    /** Whether there is a data set of this name. */
    public boolean has(String name) {
        return guarded(path, () -> file.getChild(name)) instanceof Dataset;
    }

    /**
     * The size of a data set, slowest dimension first.
     *
     * @throws UserException if there is none of this name
     */
    public long[] dimensions(String name) {
        return guarded(path, dataset(name)::getDimensionsAsLong);
    }

    /**
     * A whole data set of one number a pixel: (H, W), or with a further dimension of size 1.
     *
     * @throws UserException if there is none of this name, it has another shape, or it is damaged
     */
    public Plane plane(String name) {
        return plane(name, new long[dimensions(name).length], dimensions(name));
    }

    /**
     * One map of a stack: (N, H, W).
     *
     * @throws UserException as {@link #plane(String)}
     */
    public Plane slice(String name, long index) {
        long[] dimensions = dimensions(name);
        long[] offset = new long[dimensions.length];
        offset[0] = index;
        dimensions[0] = 1;
        return plane(name, offset, dimensions);
    }

    private Plane plane(String name, long[] offset, long[] size) {
        long[] sides = Arrays.stream(size).filter(side -> side != 1).toArray();
        if (size.length < 2 || sides.length > 2) {
            throw new UserException(
                    path + " has in " + name + " an array of shape " + Arrays.toString(size)
                            + ", not one number a pixel",
                    "Check that it is the file with the depth");
        }
        long[] plane = sides.length == 2 ? sides : new long[] {size[size.length - 2], size[size.length - 1]};
        FileSentences.requirePixels(path, plane[1], plane[0], FileBytes.MAX_PIXELS);
        return new Plane((int) plane[1], (int) plane[0], numbers(name, offset, size), type(name));
    }

    /**
     * A part of a data set, slowest dimension first.
     *
     * @param offset its first element in each dimension
     * @param size its elements in each dimension
     * @throws UserException if there is no such part, or it is damaged
     */
    public float[] numbers(String name, long[] offset, long[] size) {
        int[] sides = Arrays.stream(size).mapToInt(Math::toIntExact).toArray();
        return guarded(path, () -> Flat.floats(dataset(name).getData(offset, sides), sides));
    }

    private SampleType type(String name) {
        DataType type = dataset(name).getDataType();
        if (type instanceof FloatingPoint) {
            return SampleType.FLOAT;
        }
        if (!(type instanceof FixedPoint)) {
            throw new UserException(
                    path + " has in " + name + " no plain numbers", "Check that it is the file with the depth");
        }
        if (((FixedPoint) type).isSigned() || type.getSize() > Short.BYTES) {
            return SampleType.INTEGER;
        }
        return type.getSize() == Byte.BYTES ? SampleType.UINT8 : SampleType.UINT16;
    }

    private Dataset dataset(String name) {
        try {
            return guarded(path, () -> file.getDatasetByPath(name));
        } catch (HdfInvalidPathException e) {
            throw new UserException(
                    path + " has no array " + name + " (it has "
                            + String.join(", ", file.getChildren().keySet()) + ")",
                    "Check that it is the right file",
                    e);
        }
    }

    /** The library answers a damaged file with its own exception or with that of whatever it stumbled on. */
    private static <T> T guarded(Path path, Supplier<T> reading) {
        try {
            return reading.get();
        } catch (UserException | HdfInvalidPathException e) {
            throw e;
        } catch (RuntimeException e) {
            throw FileSentences.damaged(path, e);
        }
    }

    @Override
    public void close() {
        file.close();
    }
}
