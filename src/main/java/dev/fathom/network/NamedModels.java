package dev.fathom.network;

import dev.fathom.core.ImageSize;
import java.util.List;

/**
 * The networks of the papers and Fathom's own, by name.
 *
 * <p>Inner sizes for 480x640 images: LiteDepth shrinks to 128x160. Wang et al. state an input and output of 480x640 for
 * the student and nothing else for the teacher, so both take the whole image. Hu et al. take 228x304 out of the middle of
 * 240x320; here it is the whole 240x320. Every name takes another size behind an {@code @}.
 */
final class NamedModels {
    private static final InnerSize WHOLE = new InnerSize.Scaled(ImageSize.VGA);
    private static final InnerSize HALF = new InnerSize.Scaled(new ImageSize(240, 320));

    /** Of the last block, in the official code's configuration. */
    private static final double LITEDEPTH_DROP_PATH = 0.3;

    /** By paper. */
    static final List<Architecture> ALL = List.of(
            model(
                    "litedepth",
                    "LiteDepth's student (Li et al. 2022): MobileNetV3-small-minimal with the light head, for a phone or a Pi",
                    "tf_mobilenetv3_small_minimal_100",
                    LightHead.PUBLISHED,
                    InnerSize.USUAL),
            new Composition(
                    "litedepth-teacher",
                    "LiteDepth's teacher: Swin-L with stochastic depth and the light head",
                    SwinTransformer.large(LITEDEPTH_DROP_PATH),
                    LightHead.PUBLISHED,
                    InnerSize.USUAL),
            model(
                    "fathom-s",
                    "Fathom's own student: a thin residual network with the light head, at litedepth's latency on a desktop CPU",
                    "thin_resnet",
                    LightHead.PUBLISHED,
                    InnerSize.USUAL),
            model(
                    "resnet18-light",
                    "A teacher that a CPU can train: ResNet-18 with the same kind of light head",
                    "resnet18",
                    LightHead.PUBLISHED,
                    InnerSize.USUAL),
            student("", "mobilenet_v1", NnConv5.NEAREST, "MobileNetV1, FastDepth's network"),
            student("-bilinear", "mobilenet_v1", NnConv5.BILINEAR, "MobileNetV1, upsampling as in Fig. 3"),
            student("-mobilenet_v2", "mobilenet_v2", NnConv5.NEAREST, "MobileNetV2 (Table 4)"),
            student("-efficientnet_b0", "efficientnet_b0", NnConv5.NEAREST, "EfficientNet-B0 (Table 4)"),
            teacher("", "resnest101", "ResNeSt-101"),
            teacher("-resnet101", "resnet101", "ResNet-101 (Table 3)"),
            teacher("-efficientnet_b7", "efficientnet_b7", "EfficientNet-B7 (Table 3)"),
            model(
                    "hu-student",
                    "Hu et al.'s student (2023): MobileNetV2 with multi-scale feature fusion",
                    "mobilenet_v2",
                    new MffDecoder(),
                    HALF),
            model(
                    "hu-teacher",
                    "Hu et al.'s teacher (2023): ResNet-34 with multi-scale feature fusion",
                    "resnet34",
                    new MffDecoder(),
                    HALF));

    private NamedModels() {}

    private static Architecture student(String suffix, String encoder, Decoder decoder, String what) {
        return model("wang2021-student" + suffix, "Wang et al.'s student (2021): " + what, encoder, decoder, WHOLE);
    }

    private static Architecture teacher(String suffix, String encoder, String what) {
        String text = "Wang et al.'s teacher (2021): " + what + " with Xian et al.'s decoder";
        return model("wang2021-teacher" + suffix, text, encoder, new XianDecoder(), WHOLE);
    }

    private static Architecture model(String name, String text, String encoder, Decoder decoder, InnerSize size) {
        return new Composition(name, text, Encoders.named(encoder), decoder, size);
    }
}
