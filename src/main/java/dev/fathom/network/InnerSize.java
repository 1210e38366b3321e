package dev.fathom.network;

import dev.fathom.core.ImageSize;
import dev.fathom.core.UserException;

/** The size to which a network shrinks the image before its encoder. */
sealed interface InnerSize {
    /** What compositions get that name no size: LiteDepth's, 128x160 for 480x640. */
    InnerSize USUAL = new Scaled(new ImageSize(128, 160));

    /**
     * The size for an image.
     *
     * @param network for the message
     * @param stride of which both sides have to be multiples
     * @throws UserException if they are not
     */
    ImageSize of(ImageSize image, String network, int stride);

    /** In proportion to the image. */
    record Scaled(ImageSize ofVga) implements InnerSize {
        @Override
        public ImageSize of(ImageSize image, String network, int stride) {
            int rows = step(ofVga.height(), ImageSize.VGA.height(), stride);
            int columns = step(ofVga.width(), ImageSize.VGA.width(), stride);
            if (image.height() % rows != 0 || image.width() % columns != 0) {
                throw new UserException(
                        network + " cannot take images of " + image,
                        "Use a height that is a multiple of " + rows + " and a width that is a multiple of " + columns
                                + ", for example 480x640, or fix the inner size, as in " + withSize(network));
            }
            return new ImageSize(
                    image.height() * ofVga.height() / ImageSize.VGA.height(),
                    image.width() * ofVga.width() / ImageSize.VGA.width());
        }

        /** The smallest image side whose scaled side is a multiple of the stride. */
        private static int step(int inner, int image, int stride) {
            int common = gcd(inner, image);
            return image / common * (stride / gcd(inner / common, stride));
        }

        private static int gcd(int a, int b) {
            return b == 0 ? a : gcd(b, a % b);
        }

        private String withSize(String network) {
            return network + "@" + ofVga;
        }
    }

    /** The same for every image. */
    record Fixed(ImageSize size) implements InnerSize {
        @Override
        public ImageSize of(ImageSize image, String network, int stride) {
            if (size.height() % stride != 0 || size.width() % stride != 0) {
                throw new UserException(
                        network + " has an inner size that is not a multiple of " + stride,
                        "Write for example @" + up(size.height(), stride) + "x" + up(size.width(), stride));
            }
            return size;
        }

        private static int up(int side, int stride) {
            return (side + stride - 1) / stride * stride;
        }
    }
}
