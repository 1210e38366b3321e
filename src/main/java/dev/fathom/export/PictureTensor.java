package dev.fathom.export;

import dev.fathom.core.ImageSize;
import dev.fathom.core.RgbImage;
import dev.fathom.core.UserException;
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
     * @throws UserException if the file does not take one picture of a fixed size, or does not say which numbers
     */
    static PictureTensor of(TfliteModel model, PixelNumbers numbers) {
        ModelTensor input = only(model);
        List<Integer> dims = input.dims();
        boolean picture = dims.size() == RANK && dims.get(0) == 1 && !input.open();
        boolean last = picture && dims.get(3) == CHANNELS;
        boolean first = picture && !last && dims.get(1) == CHANNELS;
        if (!last && !first) {
            throw new UserException(
                    model.source() + " takes " + (input.open() ? "an open size, " : "") + dims
                            + ", not one RGB picture of a fixed size",
                    "Convert it for one picture: [1, height, width, 3] or [1, 3, height, width]");
        }
        ImageSize size = last ? new ImageSize(dims.get(1), dims.get(2)) : new ImageSize(dims.get(2), dims.get(3));
        return new PictureTensor(size, first, numbers == null ? said(model, input) : numbers);
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
