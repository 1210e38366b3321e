package dev.fathom.prediction;

import dev.fathom.core.DepthMap;
import dev.fathom.core.ImageSize;
import dev.fathom.core.RgbImage;
import java.util.ArrayList;
import java.util.List;

/** Gives each pixel a tenth of its red value in metres, and remembers how many pictures it got at once. */
final class FakeModel implements DepthModel {
    final List<Integer> calls = new ArrayList<>();
    private final ImageSize size;

    FakeModel(int height, int width) {
        this.size = new ImageSize(height, width);
    }

    @Override
    public ImageSize input() {
        return size;
    }

    @Override
    public List<DepthMap> predict(List<RgbImage> pictures) {
        calls.add(pictures.size());
        return pictures.stream().map(this::depth).toList();
    }

    private DepthMap depth(RgbImage picture) {
        float[] metres = new float[size.pixels()];
        for (int i = 0; i < metres.length; i++) {
            metres[i] = (picture.rgb()[3 * i] & 0xff) / 10f;
        }
        return DepthMap.ofPositive(size.width(), size.height(), metres);
    }

    @Override
    public List<String> notes() {
        return List.of("It is a fake");
    }

    @Override
    public void close() {
        // Nothing is open.
    }
}
