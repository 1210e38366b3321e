package dev.fathom.data;

import dev.fathom.core.ImageSize;

/**
 * The chances of one example, drawn in a fixed order so that switching one of them off leaves the others as they were.
 *
 * @param crop size of the part that is kept
 * @param top its first row
 * @param left its first column, counted after the flip
 * @param colours factor of each channel
 * @param degrees by which the whole is turned before all else, 0 for not
 */
record AugmentationDraw(
        boolean flip,
        ImageSize crop,
        int top,
        int left,
        double gamma,
        double brightness,
        double[] colours,
        double degrees) {

    static AugmentationDraw of(Augmentation recipe, ImageSize canvas, SeededRandom random) {
        boolean flip = random.nextBoolean(recipe.flipProbability());
        int choices = recipe.crops().size();
        int choice = random.nextInt(Math.max(1, choices));
        ImageSize crop = choices == 0 ? canvas : recipe.crops().get(choice);
        int top = random.nextInt(canvas.height() - crop.height() + 1);
        int left = random.nextInt(canvas.width() - crop.width() + 1);
        double gamma = recipe.gamma().draw(random);
        double brightness = recipe.brightness().draw(random);
        double[] colours = {
            recipe.colour().draw(random),
            recipe.colour().draw(random),
            recipe.colour().draw(random)
        };
        boolean turn = random.nextBoolean(recipe.rotation().probability());
        double angle = random.nextDouble(-1, 1) * recipe.rotation().degrees();
        return new AugmentationDraw(flip, crop, top, left, gamma, brightness, colours, turn ? angle : 0);
    }

    /** The part that is kept, in the picture before the flip. */
    CropRule.Window window(ImageSize canvas) {
        int first = flip ? canvas.width() - left - crop.width() : left;
        return new CropRule.Window(first, top, crop.width(), crop.height());
    }

    /** What each of the 256 values of each channel becomes: {@code table[channel][value]}. */
    float[][] colourTable(Augmentation.GammaScale scale) {
        double full = scale == Augmentation.GammaScale.UNIT ? 255 : 1;
        float[][] table = new float[3][256];
        for (int value = 0; value < 256; value++) {
            // An exponent of 1 must leave the value alone to the last bit.
            double curved = gamma == 1 ? value : full * StrictMath.pow(value / full, gamma);
            for (int channel = 0; channel < 3; channel++) {
                table[channel][value] = (float) Math.min(255, curved * brightness * colours[channel]);
            }
        }
        return table;
    }
}
