package dev.fathom.training;

import ai.djl.ndarray.NDManager;
import dev.fathom.core.DepthMap;
import dev.fathom.core.ImageSize;
import dev.fathom.core.RgbImage;
import dev.fathom.engine.GraphBlock;
import dev.fathom.engine.Torch;
import dev.fathom.prediction.DepthModel;
import dev.fathom.run.ModelConfig;
import dev.fathom.run.RunFolder;
import java.io.IOException;
import java.util.List;

/** The best weights of a run, loaded into libtorch. Used by the thread that loaded it. */
public final class RunDepth implements DepthModel {
    private final ImageSize size;
    private final NDManager manager;
    private final GraphBlock network;
    private final BatchPredictor predictor;

    private RunDepth(TrainedNetwork trained, ImageSize size) {
        this.size = size;
        Torch.start(Runtime.getRuntime().availableProcessors());
        this.manager = Torch.newManager();
        this.network = trained.frozen(manager);
        this.predictor = new BatchPredictor(network, manager);
    }

    /** @throws dev.fathom.core.UserException if the run has no weights, or they do not fit its network */
    public static RunDepth load(RunFolder run) throws IOException {
        ModelConfig model = run.readConfig().model();
        return new RunDepth(TrainedNetwork.of(run), new ImageSize(model.imageHeight(), model.imageWidth()));
    }

    @Override
    public ImageSize input() {
        return size;
    }

    @Override
    public List<DepthMap> predict(List<RgbImage> pictures) {
        return pictures.isEmpty() ? List.of() : predictor.predict(rgb(pictures), pictures.size(), size);
    }

    private float[] rgb(List<RgbImage> pictures) {
        int values = size.pixels() * 3;
        float[] rgb = new float[values * pictures.size()];
        int to = 0;
        for (RgbImage picture : pictures) {
            for (byte value : picture.rgb()) {
                rgb[to++] = value & 0xff;
            }
        }
        return rgb;
    }

    @Override
    public List<String> notes() {
        return List.of("The network is fed pictures of " + size + "; others are resized to that, bilinearly");
    }

    @Override
    public void close() {
        network.close();
        manager.close();
    }
}
