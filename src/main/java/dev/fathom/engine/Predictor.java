package dev.fathom.engine;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDArrays;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import dev.fathom.core.DepthMap;
import dev.fathom.core.RgbImage;
import dev.fathom.graph.Graph;
import dev.fathom.graph.TensorShape;
import java.util.ArrayList;
import java.util.List;

/**
 * Predicts depth for images in evaluation mode, without gradients. One thread at a time, which has called {@link
 * Torch#start}.
 *
 * <p>An image of another size than the network's input is resized to it (bilinear, pixel centres at half integers, no
 * antialiasing), and its prediction is resized back by nearest neighbour.
 */
public final class Predictor implements AutoCloseable {
    /** Images in one pass: enough to keep the cores busy, little enough for a small machine. */
    private static final int BATCH = 8;

    private final GraphBlock block;
    private final NDManager manager;
    private final String output;
    private final TensorShape input;
    private final InputBuffer buffer = new InputBuffer();

    /** Predicts with a network that somebody else owns and may go on training. */
    public Predictor(GraphBlock block) {
        this(block, Torch.newManager());
    }

    private Predictor(GraphBlock block, NDManager manager) {
        this.block = block;
        this.manager = manager;
        this.output = block.graph().outputs().keySet().iterator().next();
        this.input = block.graph().shape(block.graph().inputs().get(0).name());
    }

    /**
     * Predicts with given weights.
     *
     * @throws dev.fathom.core.UserException if the weights are not those of the network
     */
    public static Predictor load(Graph graph, Weights weights) {
        weights.match(graph).requireComplete();
        NDManager manager = Torch.newManager();
        GraphBlock block = new GraphBlock(graph, manager);
        block.load(weights);
        block.freeze();
        return new Predictor(block, manager);
    }

    /** One depth map for each image, of the image's own size, in metres; what is not positive is invalid. */
    public List<DepthMap> predict(List<RgbImage> images) {
        List<DepthMap> depths = new ArrayList<>(images.size());
        for (int start = 0; start < images.size(); start += BATCH) {
            List<RgbImage> batch = images.subList(start, Math.min(images.size(), start + BATCH));
            depths.addAll(Torch.noGrad(() -> predictBatch(batch)));
        }
        return depths;
    }

    private List<DepthMap> predictBatch(List<RgbImage> images) {
        try (NDManager step = manager.newSubManager()) {
            NDList inputs = new NDList();
            images.forEach(image -> inputs.add(tensor(image, step)));
            NDArray depth = block.forward(NDArrays.concat(inputs), false, List.of(output))
                    .get(output);
            List<DepthMap> maps = new ArrayList<>(images.size());
            for (int i = 0; i < images.size(); i++) {
                Shape shape = depth.getShape();
                DepthMap map = DepthMap.ofPositive(
                        (int) shape.get(3), (int) shape.get(2), depth.get(i).toFloatArray());
                maps.add(map.resizeNearest(images.get(i).width(), images.get(i).height()));
            }
            return maps;
        }
    }

    /** [1, 3, height, width] of the network's input size. */
    private NDArray tensor(RgbImage image, NDManager step) {
        NDArray pixels = buffer.image(step, image);
        boolean fits = image.height() == input.height() && image.width() == input.width();
        return fits ? pixels : Ops.resizeBilinear(pixels, input.height(), input.width());
    }

    /** Releases what this predictor made; a network that was handed in stays as it is. */
    @Override
    public void close() {
        manager.close();
    }
}
