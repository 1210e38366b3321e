package dev.fathom.ui.experiment;

import dev.fathom.run.RunConfig;
import java.util.Locale;
import java.util.Optional;

/**
 * What a run will take, before it is started.
 *
 * @param steps of the whole run
 * @param seconds of training and validation
 * @param timeRule how that was reckoned
 * @param bytes of memory
 * @param memoryRule how that was reckoned
 */
record Estimate(long steps, double seconds, String timeRule, long bytes, String memoryRule) {
    /** Of convolutions; this and the next measured with litedepth and resnet18-light on two cores, with and without a teacher. */
    private static final double MACS_PER_SECOND_AND_THREAD = 16e9;
    /** Losses, augmentation and all else that grows with the pixels of an image, on one thread. */
    private static final double SECONDS_PER_VGA_IMAGE = 0.034;

    /** Of the worker and the engine. */
    private static final double SECONDS_TO_START = 5;

    private static final double VGA_PIXELS = 480 * 640;
    /** Forward, gradient of the inputs, gradient of the weights. */
    private static final int TRAINING_COST = 3;
    /** Weights, gradients and the two moments of Adam, as 32-bit numbers. */
    private static final int BYTES_PER_PARAMETER = 16;
    /** Activations and their gradients. */
    private static final int KEPT_TWICE = 2;
    /** Java, libtorch and the loader. */
    private static final long PROGRAM_BYTES = 900L << 20;

    static Estimate of(
            RunConfig config,
            DataFacts data,
            NetworkFacts student,
            Optional<NetworkFacts> teacher,
            Optional<PastSpeed> past) {
        int batch = config.training().batchSize();
        int epochs = config.training().epochs();
        long steps = (long) epochs
                * config.batches(student.fewestImages()).batches(data.train().size());
        int unlabeled = config.unlabeledPerBatch();
        double macs = (double) TRAINING_COST * student.cost().macs()
                + teacher.map(t -> (double) t.cost().macs()).orElse(0.0);
        int threads = config.training().threads();
        double pixels = student.image().pixels() / VGA_PIXELS;
        double perImage = (macs / MACS_PER_SECOND_AND_THREAD + SECONDS_PER_VGA_IMAGE * pixels) / threads;
        double speed = past.map(PastSpeed::imagesPerSecond).orElse(1 / perImage);
        double validations = Math.ceil(epochs / (double) config.training().validateEvery());
        double seconds = SECONDS_TO_START
                + ((double) epochs * data.train().size() + (double) steps * unlabeled) / speed
                + validations * data.val() / (TRAINING_COST * speed);
        String timeRule = past.map(p -> String.format(
                        Locale.ROOT,
                        "%.1f images/s, as the run %s had with the same networks",
                        p.imagesPerSecond(),
                        p.run()))
                .orElseGet(() -> String.format(
                        Locale.ROOT,
                        "%.0f images/s by a rough rule, 16 billion multiplications per second and thread and 34 ms for"
                                + " the losses of 480x640 pixels; no run of these networks tells it better",
                        speed));
        long bytes = PROGRAM_BYTES
                + BYTES_PER_PARAMETER * student.cost().parameters()
                + (long) KEPT_TWICE * (batch + unlabeled) * student.cost().activationBytes()
                + teacher.map(t -> Float.BYTES * t.cost().parameters()
                                + (batch + unlabeled) * t.cost().peakActivationBytes())
                        .orElse(0L);
        return new Estimate(
                steps,
                seconds,
                timeRule,
                bytes,
                "16 bytes a parameter, the features of a batch twice, 0.9 GB for the program"
                        + (teacher.isPresent() ? ", the teacher's weights and largest features" : ""));
    }
}
