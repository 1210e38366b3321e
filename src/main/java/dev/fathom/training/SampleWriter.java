package dev.fathom.training;

import dev.fathom.core.ColorMap;
import dev.fathom.core.DepthMap;
import dev.fathom.core.OrderStatistics;
import dev.fathom.data.Batch;
import dev.fathom.data.BatchLoader;
import dev.fathom.data.ColorPng;
import dev.fathom.data.DepthPng;
import dev.fathom.data.EpochBatches;
import dev.fathom.run.Event;
import dev.fathom.run.EventLog;
import dev.fathom.run.RunFolder;
import dev.fathom.run.Samples;
import java.io.IOException;
import java.time.Clock;
import java.util.List;

/**
 * Writes predictions of the preview images every few epochs: as 16-bit PNG in millimetres and coloured, over one range of
 * depth for each image through all epochs.
 */
final class SampleWriter implements TrainingListener {
    private static final ColorMap COLOURS = ColorMap.named("turbo");
    /** Share of the truth's pixels at either end that do not widen the range of colours. */
    private static final double OUTLIERS = 0.02;

    private final RunFolder run;
    private final BatchPredictor predictor;
    private final BatchLoader previews;
    private final int every;
    private final EventLog events;
    private final Clock clock;

    /** @param previews of the preview images, unshuffled, without augmentation */
    SampleWriter(
            RunFolder run, BatchPredictor predictor, BatchLoader previews, int every, EventLog events, Clock clock) {
        this.run = run;
        this.predictor = predictor;
        this.previews = previews;
        this.every = every;
        this.events = events;
        this.clock = clock;
    }

    @Override
    public void onEpoch(EpochReport epoch) throws IOException {
        if (!epoch.isDue(every)) {
            return;
        }
        Samples samples = Samples.of(run);
        try (EpochBatches batches = previews.epoch(1, 0)) {
            while (batches.hasNext()) {
                Batch batch = batches.next();
                List<DepthMap> predictions = predictor.predict(batch);
                for (int i = 0; i < batch.size(); i++) {
                    String id = PreviewImages.id(batch.samples().get(i));
                    DepthMap truth = Scoring.truth(batch, i);
                    float[] range = range(truth.valid().count() > 0 ? truth : predictions.get(i));
                    DepthPng.write(samples.prediction(epoch.epoch(), id), predictions.get(i), DepthPng.MILLIMETRES);
                    ColorPng.write(samples.colour(epoch.epoch(), id), predictions.get(i), COLOURS, range[0], range[1]);
                }
            }
        }
        String folder = run.path().relativize(samples.epoch(epoch.epoch())).toString();
        events.write(new Event.Samples(clock.instant(), epoch.epoch(), folder.replace('\\', '/')));
    }

    /** Nearest and farthest valid depth without the outliers. */
    private static float[] range(DepthMap depth) {
        OrderStatistics metres = OrderStatistics.of(depth);
        int last = metres.count() - 1;
        float near = metres.isEmpty() ? 0 : metres.at((int) (OUTLIERS * last));
        float far = metres.isEmpty() ? 1 : metres.at((int) ((1 - OUTLIERS) * last));
        return new float[] {near, far > near ? far : near + 1};
    }
}
