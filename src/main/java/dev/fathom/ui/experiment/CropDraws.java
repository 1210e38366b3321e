package dev.fathom.ui.experiment;

import dev.fathom.core.ImageSize;
import dev.fathom.data.Augmenter;
import dev.fathom.data.DecodedSample;
import dev.fathom.data.Example;
import dev.fathom.data.Sample;
import dev.fathom.data.SampleReader;
import dev.fathom.data.SeededRandom;
import dev.fathom.dataset.RunAugmentation;
import dev.fathom.run.RunConfig;
import dev.fathom.ui.image.Raster;
import java.util.ArrayList;
import java.util.List;

/** Training pictures as the network would see them, made by the augmentation of the training itself. */
final class CropDraws {
    private static final int OPAQUE = 0xff000000;

    private CropDraws() {}

    /**
     * @param draw another number gives other pictures and other chances
     * @return as many pictures as wanted
     * @throws dev.fathom.data.BadSampleException if a picture cannot be read
     */
    static List<Raster> of(RunConfig config, List<Sample> train, int draw, int wanted) {
        ImageSize canvas =
                new ImageSize(config.model().imageHeight(), config.model().imageWidth());
        Augmenter augmenter = new Augmenter(RunAugmentation.of(config.augmentation()), canvas);
        SampleReader reader = new SampleReader(canvas);
        SeededRandom choice = SeededRandom.of(config.seed(), draw);
        List<Raster> pictures = new ArrayList<>();
        for (int i = 0; i < wanted; i++) {
            int index = choice.nextInt(train.size());
            DecodedSample sample = reader.read(train.get(index).withoutDepth());
            pictures.add(raster(augmenter.example(sample, config.seed(), draw * wanted + i, index), canvas));
        }
        return pictures;
    }

    private static Raster raster(Example example, ImageSize size) {
        float[] rgb = example.image();
        int[] argb = new int[size.pixels()];
        for (int i = 0; i < argb.length; i++) {
            argb[i] = OPAQUE | byteOf(rgb[3 * i]) << 16 | byteOf(rgb[3 * i + 1]) << 8 | byteOf(rgb[3 * i + 2]);
        }
        return new Raster(size.width(), size.height(), argb);
    }

    private static int byteOf(float value) {
        return Math.max(0, Math.min(255, Math.round(value)));
    }
}
