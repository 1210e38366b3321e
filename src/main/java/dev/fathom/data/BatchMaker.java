package dev.fathom.data;

import dev.fathom.core.BatchSplit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.IntStream;

/**
 * Makes any batch of any epoch on its own, which is what allows starting in the middle. Safe from several threads.
 *
 * <p>The samples of an epoch have fixed places; a sample that cannot be read leaves its place empty and its batch
 * smaller, so no other batch changes.
 */
final class BatchMaker {
    /** Keeps the stream of the order apart from those of the samples. */
    private static final long ORDER_KEY = 0x6f72646572L;

    private final List<Sample> samples;
    private final UnlabeledStream unlabeled;
    private final LoaderOptions options;
    private final BatchSplit split;
    private final SampleReader reader;
    private final Augmenter augmenter;
    private final DecodedCache cache;
    private final Consumer<DataProblem> problems;
    private final Set<Integer> bad = ConcurrentHashMap.newKeySet();
    private final AtomicBoolean passedOver = new AtomicBoolean();

    BatchMaker(List<Sample> samples, Unlabeled unlabeled, LoaderOptions options, Consumer<DataProblem> problems) {
        this.samples = List.copyOf(samples);
        this.unlabeled = new UnlabeledStream(unlabeled, options.seed());
        this.options = options;
        int fewest = options.fewestImages() - unlabeled.perBatch();
        this.split = new BatchSplit(options.batchSize(), Math.max(1, fewest));
        Reading reading = options.reading();
        this.reader = new SampleReader(options.canvas(), reading.disk(), reading.decoders());
        this.augmenter = new Augmenter(options.augmentation(), options.canvas());
        this.cache = new DecodedCache(reading.cacheBytes());
        this.problems = problems;
    }

    /** Places for batches; samples that are left over and are too few for one have no place. */
    int batchesPerEpoch() {
        return split.batches(samples.size());
    }

    /** False for a batch that unreadable files have made too small; the first with an image left is told. */
    boolean isUsable(Batch batch) {
        boolean usable = batch.size() >= options.fewestImages();
        if (!usable && batch.size() > 0 && passedOver.compareAndSet(false, true)) {
            problems.accept(new DataProblem(
                    batch.samples().get(0).picture().file(),
                    "In epoch " + batch.epoch() + " its batch is passed over, as others will be, because files that"
                            + " cannot be read leave fewer than the " + options.fewestImages()
                            + " images that training takes"));
        }
        return usable;
    }

    /** Whether an image was lost because the rest of its batch could not be read. */
    boolean hasPassedOver() {
        return passedOver.get();
    }

    /** Sample indices in the order of an epoch. */
    int[] order(int epoch) {
        return options.shuffle()
                ? SeededRandom.of(options.seed(), ORDER_KEY, epoch).order(samples.size())
                : IntStream.range(0, samples.size()).toArray();
    }

    /** One batch, which is empty if none of its labelled files can be read. */
    Batch make(int[] order, int epoch, int indexInEpoch) {
        List<Drawn> drawn = labelled(order, epoch, indexInEpoch);
        int labelled = drawn.size();
        if (labelled > 0) {
            drawn.addAll(unlabelled((long) epoch * batchesPerEpoch() + indexInEpoch));
        }
        int size = drawn.size();
        int pixels = Math.multiplyExact(size, options.canvas().pixels());
        Example all = new Example(new float[Math.multiplyExact(pixels, 3)], new float[pixels], new float[pixels]);
        for (int slot = 0; slot < size; slot++) {
            augmenter.write(drawn.get(slot).decoded, drawn.get(slot).random, all, slot);
        }
        List<Sample> sources = drawn.stream().map(Drawn::sample).toList();
        return new Batch(
                size, labelled, options.canvas(), all.image(), all.depth(), all.mask(), sources, epoch, indexInEpoch);
    }

    private List<Drawn> labelled(int[] order, int epoch, int indexInEpoch) {
        int from = indexInEpoch * options.batchSize();
        int to = Math.min(from + options.batchSize(), order.length);
        List<Drawn> drawn = new ArrayList<>();
        for (int i = from; i < to; i++) {
            int index = order[i];
            Sample sample = samples.get(index);
            decode(index, () -> reader.read(sample))
                    .ifPresent(decoded ->
                            drawn.add(new Drawn(sample, decoded, SeededRandom.of(options.seed(), epoch, index))));
        }
        return drawn;
    }

    /** Of the batch that is number {@code batch} of the run. */
    private List<Drawn> unlabelled(long batch) {
        List<Drawn> drawn = new ArrayList<>();
        for (UnlabeledStream.Place place : unlabeled.of(batch)) {
            decode(samples.size() + place.index(), () -> reader.readCovering(place.sample()))
                    .ifPresent(decoded -> drawn.add(new Drawn(place.sample(), decoded, place.random())));
        }
        return drawn;
    }

    /** A sample of a batch and the chances by which it is varied. */
    private record Drawn(Sample sample, DecodedSample decoded, SeededRandom random) {}

    /** @param index in the samples followed by the unlabelled pictures */
    private Optional<DecodedSample> decode(int index, Supplier<DecodedSample> reading) {
        if (bad.contains(index)) {
            return Optional.empty();
        }
        try {
            return Optional.of(cache.get(index, reading));
        } catch (BadSampleException e) {
            if (bad.add(index)) {
                problems.accept(e.problem());
            }
            return Optional.empty();
        }
    }
}
