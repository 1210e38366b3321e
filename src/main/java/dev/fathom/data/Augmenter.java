package dev.fathom.data;

import dev.fathom.core.ImageSize;
import dev.fathom.core.RgbImage;
import java.util.Arrays;

/**
 * Turns decoded samples into network input, varied by chances that depend on (seed, epoch, sample index) alone.
 *
 * <p>The part that is cut out keeps its pixel size and lies at the top left of the canvas. The rest of the canvas is
 * mid grey and without depth, as LiteDepth's batches are padded. What a rotation brings in from outside the picture is
 * black and without depth.
 */
public final class Augmenter {
    /** The value of the canvas outside the crop, zero after LiteDepth's normalisation (x - 127.5) / 127.5. */
    public static final float GREY = 127.5f;

    private final Augmentation recipe;
    private final ImageSize canvas;

    /** @throws IllegalArgumentException if a crop is larger than the canvas */
    public Augmenter(Augmentation recipe, ImageSize canvas) {
        for (ImageSize crop : recipe.crops()) {
            if (!crop.fitsIn(canvas)) {
                throw new IllegalArgumentException("a crop of " + crop + " out of a canvas of " + canvas);
            }
        }
        this.recipe = recipe;
        this.canvas = canvas;
    }

    /** The example of one sample; same arguments, same bits. */
    public Example example(DecodedSample sample, long seed, int epoch, int sampleIndex) {
        Example out =
                new Example(new float[canvas.pixels() * 3], new float[canvas.pixels()], new float[canvas.pixels()]);
        write(sample, SeededRandom.of(seed, epoch, sampleIndex), out, 0);
        return out;
    }

    /** Writes an example as number {@code slot} of arrays that hold several; its depth and mask are zero before. */
    void write(DecodedSample sample, SeededRandom random, Example out, int slot) {
        AugmentationDraw draw = AugmentationDraw.of(recipe, canvas, random);
        int firstPixel = slot * canvas.pixels();
        Turn turn = new Turn(draw.degrees(), canvas);
        CropRule.Window part = draw.window(canvas);
        writeImage(turn.image(sample.image(), part), draw, out.image(), firstPixel * 3);
        sample.depth().ifPresent(depth -> writeDepth(turn.depth(depth, part), draw, out, firstPixel));
    }

    private void writeImage(RgbImage image, AugmentationDraw draw, float[] out, int first) {
        byte[] rgb = image.rgb();
        float[][] table = draw.colourTable(recipe.gammaScale());
        float[] red = table[0];
        float[] green = table[1];
        float[] blue = table[2];
        int step = draw.flip() ? -3 : 3;
        int rowLength = canvas.width() * 3;
        for (int y = 0; y < draw.crop().height(); y++) {
            int to = first + y * rowLength;
            int from = sourceIndex(draw, y) * 3;
            int end = to + draw.crop().width() * 3;
            for (; to < end; to += 3, from += step) {
                out[to] = red[rgb[from] & 0xff];
                out[to + 1] = green[rgb[from + 1] & 0xff];
                out[to + 2] = blue[rgb[from + 2] & 0xff];
            }
            Arrays.fill(out, end, first + (y + 1) * rowLength, GREY);
        }
        Arrays.fill(out, first + draw.crop().height() * rowLength, first + canvas.height() * rowLength, GREY);
    }

    private void writeDepth(StoredDepth source, AugmentationDraw draw, Example out, int first) {
        float[] depth = out.depth();
        float[] mask = out.mask();
        int step = draw.flip() ? -1 : 1;
        for (int y = 0; y < draw.crop().height(); y++) {
            int to = first + y * canvas.width();
            int from = sourceIndex(draw, y);
            int end = to + draw.crop().width();
            for (; to < end; to++, from += step) {
                if (source.valid(from)) {
                    depth[to] = source.metres(from);
                    mask[to] = 1f;
                }
            }
        }
    }

    /** Row-major index in the source of the crop's pixel (row, 0). */
    private int sourceIndex(AugmentationDraw draw, int row) {
        int column = draw.flip() ? canvas.width() - 1 - draw.left() : draw.left();
        return (draw.top() + row) * canvas.width() + column;
    }
}
