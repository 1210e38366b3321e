package dev.fathom.data.file;

import dev.fathom.core.UserException;
import java.nio.ByteOrder;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What the text in front of a {@code .npy} file's numbers says.
 *
 * @param columnMajor whether the rows are the dimension that runs fastest (Fortran order)
 */
record NpyHeader(NpyNumber number, ByteOrder order, boolean columnMajor, int width, int height) {
    private static final Pattern TYPE = Pattern.compile("'descr':\\s*'([<>|=]?)([a-zA-Z]\\d+)[^']*'");
    private static final Pattern FORTRAN = Pattern.compile("'fortran_order':\\s*True");
    private static final Pattern SHAPE = Pattern.compile("'shape':\\s*\\(([0-9L, ]*)\\)");
    private static final String REMEDY = "Save one value a pixel as an array of shape (H, W), for example of float32";

    /** @throws UserException if the text is not such a header, or not one of one number a pixel */
    static NpyHeader parse(Path path, String text) {
        Matcher type = TYPE.matcher(text);
        Matcher shape = SHAPE.matcher(text);
        if (!type.find() || !shape.find()) {
            throw new UserException(path + " holds no plain array of numbers", REMEDY);
        }
        NpyNumber number = NpyNumber.of(type.group(2))
                .orElseThrow(() -> new UserException(path + " holds numbers of the type " + type.group(2), REMEDY));
        List<Integer> size = plane(path, shape.group(1));
        return new NpyHeader(
                number,
                type.group(1).equals(">") ? ByteOrder.BIG_ENDIAN : ByteOrder.LITTLE_ENDIAN,
                FORTRAN.matcher(text).find(),
                size.get(1),
                size.get(0));
    }

    /** Height and width, without further dimensions of size 1, those behind first. */
    private static List<Integer> plane(Path path, String shape) {
        List<Integer> size = new ArrayList<>();
        for (String part : shape.replace("L", "").split(",")) {
            if (!part.isBlank()) {
                size.add(dimension(part.strip()));
            }
        }
        while (size.size() > 2 && size.get(size.size() - 1) == 1) {
            size.remove(size.size() - 1);
        }
        while (size.size() > 2 && size.get(0) == 1) {
            size.remove(0);
        }
        if (size.size() != 2) {
            throw new UserException(path + " holds an array of shape (" + shape + "), not one value a pixel", REMEDY);
        }
        return size;
    }

    /** A number too large for an int is too large for an image, and is refused as such. */
    private static int dimension(String digits) {
        try {
            return Integer.parseInt(digits);
        } catch (NumberFormatException e) {
            return Integer.MAX_VALUE;
        }
    }
}
