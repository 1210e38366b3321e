package dev.fathom.export;

import dev.fathom.core.ImageSize;
import dev.fathom.core.RgbImage;
import dev.fathom.core.UserException;
import dev.fathom.export.ir.Shape;
import dev.fathom.export.tflite.ModelTensor;
import dev.fathom.export.tflite.Quantisation;
import dev.fathom.export.tflite.TfliteModel;
import dev.fathom.prediction.PixelNumbers;
import java.util.List;

/**
 * The input of any file that takes one picture: its size, the order of its axes, and the numbers that pixels become.
 *
 * @param channelsFirst [1, 3, H, W] instead of [1, H, W, 3]
 */
record PictureTensor(ImageSize size, boolean channelsFirst, PixelNumbers numbers) {
    private static final int CHANNELS = 3;
    private static final int RANK = 4;

    /**
     * The input of a file.
     *
     * @param numbers null for what the file says, or the bytes themselves where it takes bytes
     * @param asked the size for a file that leaves its height and width open; null if nobody says
     * @throws UserException if the file does not take one picture, or does not say which numbers, or a size is missing
     *     or not to be had
     */
    static PictureTensor of(TfliteModel model, PixelNumbers numbers, ImageSize asked) {
        ModelTensor input = only(model);
        List<Integer> dims = input.signature();
        boolean picture = dims.size() == RANK && (dims.get(0) == 1 || dims.get(0) < 0);
        boolean last = picture && dims.get(3) == CHANNELS;
        boolean first = picture && !last && dims.get(1) == CHANNELS;
        if (!last && !first) {
            throw new UserException(
                    model.source() + " takes " + dims + ", not one RGB picture",
                    "Use a file for one picture: [1, height, width, 3] or [1, 3, height, width]");
        }
        int row = last ? 1 : 2;
        ImageSize size = size(model, dims.get(row), dims.get(row + 1), asked);
        return new PictureTensor(size, first, numbers == null ? said(model, input) : numbers);
    }

    /** @param height negative for open, as is {@code width} */
    private static ImageSize size(TfliteModel model, int height, int width, ImageSize asked) {
        boolean open = height < 0 || width < 0;
        if (asked == null && open) {
            throw new UserException(
                    model.source() + " leaves the size of its picture open",
                    "Say it with --size HEIGHTxWIDTH: the size it was trained for");
        }
        if (asked == null) {
            return new ImageSize(height, width);
        }
        boolean fits = (height < 0 || height == asked.height()) && (width < 0 || width == asked.width());
        if (!fits) {
            throw new UserException(
                    model.source() + " takes pictures of " + text(height) + "x" + text(width) + ", not " + asked,
                    open ? "Give --size what is fixed" : "Leave --size out");
        }
        return asked;
    }

    private static String text(int side) {
        return side < 0 ? "any" : String.valueOf(side);
    }

    /** The tensor of one picture. */
    Shape shape() {
        return channelsFirst
                ? Shape.of(1, CHANNELS, size.height(), size.width())
                : Shape.map(size.height(), size.width(), CHANNELS);
    }

    private static ModelTensor only(TfliteModel model) {
        if (model.inputs().size() != 1) {
            throw new UserException(
                    model.source() + " takes " + model.inputs().size() + " inputs, not one picture",
                    "Use a file that takes a picture and gives depth");
        }
        return model.inputs().get(0);
    }

    private static PixelNumbers said(TfliteModel model, ModelTensor input) {
        if (model.notes().normalisation().isPresent()) {
            var said = model.notes().normalisation().get();
            return new PixelNumbers(0, 255, threefold(said.mean()), threefold(said.deviation()));
        }
        Quantisation q = input.quantisation();
        if (q != null && q.scales() == 1 && q.scale() > 0) {
            // Files for bytes take the picture's bytes, whatever real numbers they stand for.
            int least = input.type().equals("INT8") ? Byte.MIN_VALUE : 0;
            double low = q.scale() * (least - q.zeroPoint());
            return PixelNumbers.range(low, low + q.scale() * 255);
        }
        if (input.type().equals("UINT8")) {
            return PixelNumbers.BYTES;
        }
        throw new UserException(
                model.source() + " does not say which numbers stand for pixels",
                "Give --input-range 0,1 or -1,1 or 0,255, and --mean and --std if the network was trained with them");
    }

    private static List<Double> threefold(List<Double> values) {
        return values.size() == 1 ? List.of(values.get(0), values.get(0), values.get(0)) : values;
    }

    /** The values of a picture in the tensor's order. */
    float[] values(RgbImage picture) {
        byte[] rgb = picture.rgb();
        float[] values = new float[rgb.length];
        int pixels = rgb.length / CHANNELS;
        float[][] tables = tables();
        for (int i = 0; i < pixels; i++) {
            for (int c = 0; c < CHANNELS; c++) {
                int to = channelsFirst ? c * pixels + i : i * CHANNELS + c;
                values[to] = tables[c][rgb[i * CHANNELS + c] & 0xff];
            }
        }
        return values;
    }

    private float[][] tables() {
        float[][] tables = new float[CHANNELS][256];
        for (int c = 0; c < CHANNELS; c++) {
            for (int v = 0; v < 256; v++) {
                tables[c][v] = numbers.of(v, c);
            }
        }
        return tables;
    }
}
