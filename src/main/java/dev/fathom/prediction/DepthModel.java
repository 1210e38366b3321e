package dev.fathom.prediction;

import dev.fathom.core.DepthMap;
import dev.fathom.core.ImageSize;
import dev.fathom.core.RgbImage;
import java.util.List;

/** A network that is loaded and gives depth for pictures. One thread at a time. */
public interface DepthModel extends AutoCloseable {
    /** The size pictures have to have. */
    ImageSize input();

    /**
     * Depth in metres for each picture, of the network's own output size. What is not a finite number above zero is
     * invalid, but kept as it is.
     *
     * @param pictures of the {@link #input} size
     * @throws dev.fathom.core.UserException if the network cannot be run
     */
    List<DepthMap> predict(List<RgbImage> pictures);

    /** What had to be assumed about the network, in sentences without a full stop. */
    List<String> notes();

    @Override
    void close();
}
