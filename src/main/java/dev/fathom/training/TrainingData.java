package dev.fathom.training;

import dev.fathom.core.BatchSplit;
import dev.fathom.core.ImageSize;
import dev.fathom.core.UserException;
import dev.fathom.data.BatchLoader;
import dev.fathom.data.DataProblem;
import dev.fathom.data.DepthDataset;
import dev.fathom.data.DiskCache;
import dev.fathom.data.Fingerprint;
import dev.fathom.data.LoaderOptions;
import dev.fathom.data.PictureFolder;
import dev.fathom.data.Reading;
import dev.fathom.data.Sample;
import dev.fathom.data.SplitList;
import dev.fathom.data.Unlabeled;
import dev.fathom.data.codec.Decoders;
import dev.fathom.dataset.RunAugmentation;
import dev.fathom.dataset.RunData;
import dev.fathom.engine.GraphBlock;
import dev.fathom.run.ConfigRules;
import dev.fathom.run.RunConfig;
import dev.fathom.run.RunFolder;
import dev.fathom.training.losses.FocalLengths;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** The batch loaders of a run, as its configuration says. */
record TrainingData(DepthDataset folder, RunConfig config, Consumer<DataProblem> problems) {
    /** Parts of the heap that decoded pictures may fill; the rest is for batches, of which several are under way. */
    private static final int TRAINING_SHARE = 4;

    private static final int VALIDATION_SHARE = 8;

    /** @throws UserException if there is nothing to train on or the crops do not fit the image */
    static TrainingData open(RunConfig config, Consumer<DataProblem> problems) {
        DepthDataset folder = RunData.open(config.data());
        if (folder.train().isEmpty()) {
            throw new UserException(
                    "There is no picture to train on in " + folder.root() + " (" + folder.format() + ")",
                    "Put pictures into train/rgb and their depth into train/depth under the same names, or divide the"
                            + " data set with data.val_share or data.lists");
        }
        folder.problems().forEach(problems);
        TrainingData data = new TrainingData(folder, config, problems);
        ConfigRules.requireCrops(config);
        return data;
    }

    /** Of pictures on the canvas: as configured, or of the data set, or the usual one. */
    FocalLengths camera() {
        List<Double> focal = config.data().focal();
        if (focal != null) {
            return new FocalLengths(focal.get(0), focal.get(1));
        }
        return folder.intrinsics()
                .map(camera -> camera.resized(canvas().width(), canvas().height()))
                .map(camera -> new FocalLengths(camera.fx(), camera.fy()))
                .orElseGet(() -> FocalLengths.kinect(canvas().height(), canvas().width()));
    }

    /** Focal lengths that a loss needs and neither user nor data set gave. */
    Optional<String> cameraNotice() {
        return folder.intrinsics().isPresent() ? Optional.empty() : ConfigRules.cameraNotice(config);
    }

    /** Keeps list files of the division in the run folder, if it is not the data set's own. */
    void recordSplit(RunFolder run) throws IOException {
        if (!folder.isDividedAsFound()) {
            SplitList.of(folder.samples()).write(run.path().resolve("split"));
        }
    }

    ImageSize canvas() {
        return new ImageSize(config.model().imageHeight(), config.model().imageWidth());
    }

    /**
     * @param unlabeledPerBatch pictures without depth that each batch gets besides its {@code training.batch_size}
     * @throws UserException if that is not 0 and there are no such pictures, or a batch is too small for the network
     */
    BatchLoader training(int unlabeledPerBatch) {
        requireImages(unlabeledPerBatch);
        return new BatchLoader(
                folder.train(),
                unlabeledPerBatch == 0 ? Unlabeled.NONE : new Unlabeled(unlabelled(), unlabeledPerBatch),
                trainingOptions(trainingReading().withCacheBytes(heap(TRAINING_SHARE))),
                problems);
    }

    LoaderOptions trainingOptions(Reading reading) {
        return LoaderOptions.training(
                        canvas(),
                        config.training().batchSize(),
                        RunAugmentation.of(config.augmentation()),
                        config.seed())
                .withFewestImages(fewestImages())
                .with(reading);
    }

    Reading trainingReading() {
        return kept(Reading.PLAIN.withDecoders(decoders()));
    }

    /** What decodes the pairs that are trained on; all other pictures are of exact pixels in any case. */
    Decoders decoders() {
        Decoders fastest = Decoders.fastest();
        return config.data().exactPictures() ? fastest.exact() : fastest;
    }

    /** With the cache on the disk, if the configuration has one. */
    private Reading kept(Reading reading) {
        String cache = config.data().cache();
        long bytes = (long) (config.data().cacheGib() * (1L << 30));
        return cache == null ? reading : reading.withDisk(new DiskCache(Path.of(cache), bytes));
    }

    /**
     * @param unlabeledPerBatch as in {@link #training}
     * @throws UserException if there are not enough pictures for one batch, or the batch is too small for the network
     */
    void requireBatch(int unlabeledPerBatch) {
        requireImages(unlabeledPerBatch);
        ConfigRules.requireBatch(config, folder.train().size());
    }

    private void requireImages(int unlabeledPerBatch) {
        int labelled = Math.min(config.training().batchSize(), folder.train().size());
        GraphBlock.requireImages(TrainedNetwork.graph(config.model()), labelled + unlabeledPerBatch);
    }

    /** Global steps of the whole run, if every picture can be read. */
    long steps() {
        return (long) config.training().epochs()
                * split().batches(folder.train().size());
    }

    /** Whether the last picture of each epoch would be a batch of its own and the network cannot be trained on one. */
    boolean leavesOneOver() {
        return split().passedOver(folder.train().size()) > 0;
    }

    private BatchSplit split() {
        return config.batches(fewestImages());
    }

    private int fewestImages() {
        return TrainedNetwork.graph(config.model()).fewestTrainingImages();
    }

    /** @throws UserException if a batch needs pictures without depth and there are none */
    void requireUnlabelled(int perBatch) {
        if (perBatch > 0) {
            unlabelled();
        }
    }

    /** The pictures of {@code data.unlabeled}; never empty. */
    private List<Sample> unlabelled() {
        String named = config.data().unlabeled();
        Path pictures = named == null ? folder.root().resolve("unlabeled") : Path.of(named);
        List<Sample> found = named == null && !Files.isDirectory(pictures) ? List.of() : PictureFolder.list(pictures);
        if (found.isEmpty()) {
            throw new UserException(
                    "The distillation wants unlabelled pictures and there is no PNG or JPEG file in " + pictures,
                    "Name a folder of pictures in data.unlabeled, or set distillation.unlabeled_per_batch: 0");
        }
        return found;
    }

    /**
     * Tells the pictures of {@code data.unlabeled} apart from others.
     *
     * @throws UserException if there are none
     */
    String unlabelledFingerprint() throws IOException {
        return new Fingerprint("unlabeled").add("unlabeled", unlabelled()).hex();
    }

    BatchLoader validation() {
        return loader(folder.val(), evaluation(kept(Reading.PLAIN).withCacheBytes(heap(VALIDATION_SHARE))));
    }

    /** Of the preview images. */
    BatchLoader previews() {
        return loader(previewSamples(), evaluation(Reading.PLAIN.withCacheBytes(0)));
    }

    /** Validation pictures spread evenly over the split. */
    List<Sample> previewSamples() {
        int count = Math.min(config.training().previews(), folder.val().size());
        List<Sample> chosen = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            chosen.add(folder.val().get(i * folder.val().size() / count));
        }
        return chosen;
    }

    /** In metres. */
    double typicalDepth() {
        return TypicalDepth.of(folder.train());
    }

    private LoaderOptions evaluation(Reading reading) {
        return LoaderOptions.evaluation(canvas(), config.training().batchSize()).with(reading);
    }

    private BatchLoader loader(List<Sample> samples, LoaderOptions options) {
        return new BatchLoader(samples, options, problems);
    }

    private static long heap(int share) {
        return Math.min(Reading.DEFAULT_CACHE_BYTES, Runtime.getRuntime().maxMemory() / share);
    }
}
