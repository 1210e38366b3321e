package dev.fathom.data;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;

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
    private final LoaderOptions options;
    private final SampleReader reader;
    private final Augmenter augmenter;
    private final DecodedCache cache;
    private final Consumer<DataProblem> problems;
    private final Set<Integer> bad = ConcurrentHashMap.newKeySet();

    BatchMaker(List<Sample> samples, double unitsPerMetre, LoaderOptions options, Consumer<DataProblem> problems) {
        this.samples = List.copyOf(samples);
        this.options = options;
        this.reader = new SampleReader(options.canvas(), unitsPerMetre);
        this.augmenter = new Augmenter(options.augmentation(), options.canvas());
        this.cache = new DecodedCache(options.cacheBytes());
        this.problems = problems;
    }

    int batchesPerEpoch() {
        int full = samples.size() / options.batchSize();
        return options.dropLast() || samples.size() % options.batchSize() == 0 ? full : full + 1;
    }

    /** Sample indices in the order of an epoch. */
    int[] order(int epoch) {
        int[] order = new int[samples.size()];
        SeededRandom random = SeededRandom.of(options.seed(), ORDER_KEY, epoch);
        for (int i = 0; i < order.length; i++) {
            int j = options.shuffle() ? random.nextInt(i + 1) : i;
            order[i] = order[j];
            order[j] = i;
        }
        return order;
    }

    /** One batch, which is empty if none of its files can be read. */
    Batch make(int[] order, int epoch, int indexInEpoch) {
        int from = indexInEpoch * options.batchSize();
        int to = Math.min(from + options.batchSize(), order.length);
        List<Integer> indices = new ArrayList<>();
        List<DecodedSample> decoded = new ArrayList<>();
        for (int i = from; i < to; i++) {
            int index = order[i];
            decode(index).ifPresent(sample -> {
                indices.add(index);
                decoded.add(sample);
            });
        }
        int size = indices.size();
        int pixels = Math.multiplyExact(size, options.canvas().pixels());
        Example all = new Example(new float[Math.multiplyExact(pixels, 3)], new float[pixels], new float[pixels]);
        for (int slot = 0; slot < size; slot++) {
            SeededRandom random = SeededRandom.of(options.seed(), epoch, indices.get(slot));
            augmenter.write(decoded.get(slot), random, all, slot);
        }
        List<Sample> sources = indices.stream().map(samples::get).toList();
        return new Batch(size, options.canvas(), all.image(), all.depth(), all.mask(), sources, epoch, indexInEpoch);
    }

    private Optional<DecodedSample> decode(int index) {
        if (bad.contains(index)) {
            return Optional.empty();
        }
        try {
            return Optional.of(cache.get(index, () -> reader.read(samples.get(index))));
        } catch (BadSampleException e) {
            if (bad.add(index)) {
                problems.accept(e.problem());
            }
            return Optional.empty();
        }
    }
}
