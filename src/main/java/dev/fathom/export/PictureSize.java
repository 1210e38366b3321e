package dev.fathom.export;

import dev.fathom.core.ImageSize;
import dev.fathom.graph.Graph;
import dev.fathom.network.Architecture;
import dev.fathom.network.Architectures;
import dev.fathom.run.ModelConfig;

/** A trained network for pictures of another size than it was trained with. */
public final class PictureSize {
    private PictureSize() {}

    /**
     * The network behind its first resize stays at the size at which it was trained, because that is what its weights
     * know; only that resize and the last one change. A network that takes pictures as they are takes the others so too.
     *
     * @throws dev.fathom.core.UserException if the network cannot take that size
     */
    public static Graph graph(ModelConfig model, ImageSize pictures) {
        Architecture architecture = Architectures.named(model.architecture());
        ImageSize trained = new ImageSize(model.imageHeight(), model.imageWidth());
        ImageSize inner = architecture.innerSize(trained);
        if (inner.equals(trained) || pictures.equals(trained)) {
            return architecture.build(pictures);
        }
        String name = architecture.name().replaceFirst("@.*", "");
        return Architectures.named(name + "@" + inner).build(pictures);
    }
}
