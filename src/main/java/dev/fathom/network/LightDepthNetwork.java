package dev.fathom.network;

import dev.fathom.core.ImageSize;
import dev.fathom.core.UserException;
import dev.fathom.graph.Graph;
import dev.fathom.graph.GraphBuilder;
import dev.fathom.graph.Resize;
import dev.fathom.graph.Tensor;
import dev.fathom.graph.TensorShape;
import java.util.List;

/**
 * An encoder with the light head, behind LiteDepth's first resize: the image shrinks by 3.75 rows and 4 columns
 * (480x640 to 128x160), bilinear with aligned corners, inside the network, so that what is trained is what is deployed.
 */
record LightDepthNetwork(String name, String description, Encoder encoder, String encoderPrefix, LightHead head)
        implements Architecture {
    private static final int COARSEST_STRIDE = 32;

    @Override
    public String decoderPrefix() {
        return "decode_head.";
    }

    @Override
    public Graph build(ImageSize image) {
        int height = image.height() * 128 / 480;
        int width = image.width() * 160 / 640;
        boolean exact = image.height() * 128 % 480 == 0 && image.width() * 160 % 640 == 0;
        if (!exact || height % COARSEST_STRIDE != 0 || width % COARSEST_STRIDE != 0) {
            throw new UserException(
                    name + " cannot take images of " + image,
                    "Use a height that is a multiple of 120 and a width that is a multiple of 128, for example 480x640");
        }
        GraphBuilder b = new GraphBuilder(name);
        Tensor x = b.input("image", TensorShape.chw(3, image.height(), image.width()));
        x = b.resize("resize", x, Resize.Mode.BILINEAR_ALIGN_CORNERS, height, width);
        x = b.normalize("normalize", x, encoder.mean(), encoder.std());
        List<Feature> features = encoder.features(b.in(withoutDot(encoderPrefix)), x);
        features.forEach(f -> b.tap("encoder/" + f.stride(), f.value()));
        Tensor depth = head.depth(b.in(withoutDot(decoderPrefix())), features);
        Tensor full = b.resize("upsample", depth, Resize.Mode.NEAREST, image.height(), image.width());
        b.output("depth", full);
        b.output("depth_native", depth);
        return b.build();
    }

    private static String withoutDot(String prefix) {
        return prefix.substring(0, prefix.length() - 1);
    }
}
