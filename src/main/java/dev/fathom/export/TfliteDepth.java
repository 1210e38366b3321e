package dev.fathom.export;

import dev.fathom.core.DepthMap;
import dev.fathom.core.ImageSize;
import dev.fathom.core.RgbImage;
import dev.fathom.export.tflite.TfliteInterpreter;
import dev.fathom.export.tflite.TfliteModel;
import dev.fathom.prediction.DepthModel;
import dev.fathom.prediction.DepthUnit;
import dev.fathom.prediction.PixelNumbers;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Any TFLite file that takes a picture and gives depth, Fathom's own or not. Loading a foreign file can crash the process,
 * so the caller is one that may die.
 */
public final class TfliteDepth implements DepthModel {
    private final TfliteModel model;
    private final PictureTensor picture;
    private final DepthTensor depth;
    private final TfliteInterpreter interpreter;

    private TfliteDepth(TfliteModel model, PictureTensor picture, DepthTensor depth, TfliteInterpreter interpreter) {
        this.model = model;
        this.picture = picture;
        this.depth = depth;
        this.interpreter = interpreter;
    }

    /**
     * Loads a file.
     *
     * @param numbers what pixels become; null for what the file says
     * @param unit of the output; null for what the file says, or metres
     * @param size of the picture where the file leaves it open; null if nobody says
     * @throws dev.fathom.core.UserException if it cannot be read or run, or is not one picture in and one depth map out
     */
    public static TfliteDepth load(Path file, PixelNumbers numbers, DepthUnit unit, ImageSize size, int threads) {
        TfliteModel model = TfliteModel.read(file);
        PictureTensor picture = PictureTensor.of(model, numbers, size);
        if (model.inputs().get(0).open() || model.outputs().get(0).open()) {
            return opened(model, picture, unit, new TfliteInterpreter(model, threads, picture.shape()));
        }
        DepthTensor depth = DepthTensor.of(model, model.outputs().get(0).dims(), unit);
        return new TfliteDepth(model, picture, depth, new TfliteInterpreter(model, threads));
    }

    /** Of a file that leaves sizes open: some outputs have one only after the first run. */
    private static TfliteDepth opened(
            TfliteModel model, PictureTensor picture, DepthUnit unit, TfliteInterpreter interpreter) {
        boolean fits = false;
        try {
            interpreter.fillInputs();
            interpreter.invoke();
            DepthTensor depth = DepthTensor.of(model, interpreter.outputShape(0).dims(), unit);
            fits = true;
            return new TfliteDepth(model, picture, depth, interpreter);
        } finally {
            if (!fits) {
                interpreter.close();
            }
        }
    }

    /** Checksum of the file. */
    public String sha256() {
        return model.sha256();
    }

    @Override
    public ImageSize input() {
        return picture.size();
    }

    @Override
    public List<DepthMap> predict(List<RgbImage> pictures) {
        return pictures.stream()
                .map(one -> depth.metres(interpreter.run(picture.values(one))))
                .toList();
    }

    @Override
    public List<String> notes() {
        List<String> notes = new ArrayList<>();
        notes.add("The file is fed " + picture.numbers().text() + " as " + picture.size()
                + (picture.channelsFirst() ? ", channels first" : "")
                + "; pictures of other sizes are resized to that, bilinearly");
        notes.add("Its output of " + depth.height() + "x" + depth.width() + " is taken as "
                + depth.unit().text() + (depth.said() ? "" : ", which nobody said"));
        return notes;
    }

    @Override
    public void close() {
        interpreter.close();
    }
}
