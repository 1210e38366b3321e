package dev.fathom.core;

import static dev.fathom.core.DepthBands.ROOM;
import static dev.fathom.core.DepthBands.STREET;
import static dev.fathom.core.ResizeRule.CENTRES;
import static dev.fathom.core.ResizeRule.CORNERS;

import java.util.List;
import java.util.Locale;

/**
 * The protocols by name. Ranges and crops of {@code nyu-*} and {@code kitti-*} are those of the evaluation code of BTS and
 * AdaBins; {@code diode} takes the data set's mask alone, as its development kit does, and {@code plain} any valid truth.
 */
public final class Protocols {
    private static final double NEAREST = 1e-3;
    private static final double FARTHEST = 1e6;
    private static final double INDOORS = 10;
    private static final double KITTI = 80;

    private static final Crop WHOLE = new Crop.Whole();
    private static final Crop NYU_EIGEN = new Crop.Fixed("Eigen", 480, 640, new Crop.Window(45, 471, 41, 601));
    private static final Crop KITTI_EIGEN = new Crop.Share("Eigen", 0.3324324, 0.91351351, 0.0359477, 0.96405229);
    private static final Crop GARG = new Crop.Share("Garg", 0.40810811, 0.99189189, 0.03594771, 0.96405229);

    private Protocols() {}

    /** All names. */
    public static List<String> names() {
        return List.of("mai", "nyu-eigen", "kitti-eigen", "kitti-garg", "diode", "plain");
    }

    /**
     * The protocol of that name.
     *
     * @param alignment how relative predictions become metres; only {@code NONE} for {@code mai}
     * @throws UserException naming all, if there is none
     */
    public static Protocol named(String name, Alignment alignment) {
        return switch (name.toLowerCase(Locale.ROOT)) {
            case "mai" -> mai(alignment);
            case "nyu-eigen" -> new RangeProtocol("nyu-eigen", NEAREST, INDOORS, NYU_EIGEN, alignment, CORNERS, ROOM);
            case "kitti-eigen" ->
                new RangeProtocol("kitti-eigen", NEAREST, KITTI, KITTI_EIGEN, alignment, CORNERS, STREET);
            case "kitti-garg" -> new RangeProtocol("kitti-garg", NEAREST, KITTI, GARG, alignment, CORNERS, STREET);
            case "diode" -> new RangeProtocol("diode", NEAREST, FARTHEST, WHOLE, alignment, CENTRES, ROOM);
            case "plain" -> new RangeProtocol("plain", NEAREST, FARTHEST, WHOLE, alignment, CENTRES, ROOM);
            default ->
                throw new UsageException(
                        "There is no protocol \"" + name + "\"", "Use one of " + String.join(", ", names()));
        };
    }

    private static Protocol mai(Alignment alignment) {
        if (alignment != Alignment.NONE) {
            throw new UsageException(
                    "The protocol mai scores metres and knows no alignment",
                    "Use the protocol plain with --align " + alignment.text());
        }
        return new MaiProtocol();
    }
}
