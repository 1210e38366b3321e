package dev.fathom.network;

import java.util.List;

/** Statistics of ImageNet's pixels per channel, in 0 to 255, as torchvision's weights expect them. */
final class ImageNet {
    static final List<Float> MEAN = List.of(123.675f, 116.28f, 103.53f);
    static final List<Float> STD = List.of(58.395f, 57.12f, 57.375f);

    private ImageNet() {}
}
