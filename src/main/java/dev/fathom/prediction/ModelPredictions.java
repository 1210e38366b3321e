package dev.fathom.prediction;

import dev.fathom.core.DepthMap;
import dev.fathom.core.RgbImage;
import dev.fathom.core.UserException;
import dev.fathom.data.Resampling;
import dev.fathom.data.Sample;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** Predictions that a network makes when they are asked for. The pictures are read on several threads. */
public final class ModelPredictions implements Predictions {
    private final DepthModel model;

    /** @param model is closed with this */
    public ModelPredictions(DepthModel model) {
        this.model = model;
    }

    /** A picture of the network's size, or why there is none. */
    private record Read(Optional<RgbImage> picture, String problem) {}

    @Override
    public List<Prediction> of(List<Sample> samples) {
        List<Read> read = samples.parallelStream().map(this::read).toList();
        List<RgbImage> pictures = read.stream()
                .map(one -> one.picture.orElse(null))
                .filter(Objects::nonNull)
                .toList();
        Iterator<DepthMap> depths = model.predict(pictures).iterator();
        List<Prediction> predictions = new ArrayList<>();
        for (int i = 0; i < samples.size(); i++) {
            predictions.add(
                    read.get(i).picture.isPresent()
                            ? Prediction.of(samples.get(i), depths.next())
                            : Prediction.failed(samples.get(i), read.get(i).problem));
        }
        return predictions;
    }

    private Read read(Sample sample) {
        try {
            return new Read(Optional.of(Resampling.bilinear(sample.readPicture(), model.input())), null);
        } catch (UserException e) {
            return new Read(Optional.empty(), e.sentence());
        }
    }

    @Override
    public List<String> notes() {
        return model.notes();
    }

    @Override
    public void close() {
        model.close();
    }
}
