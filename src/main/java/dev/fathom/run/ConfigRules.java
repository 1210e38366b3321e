package dev.fathom.run;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** What has to hold between the fields of a configuration; known before a picture or a weight is read. */
public final class ConfigRules {
    private static final String ON_POINTS = "virtual_normal";

    private ConfigRules() {}

    /** @throws dev.fathom.core.UserException if a loss, variant or parameter is not known, or a loss is named twice */
    public static void requireLosses(List<LossConfig> losses) {
        Set<String> names = new HashSet<>();
        for (LossConfig loss : losses) {
            Require.that(
                    names.add(loss.name()),
                    "A loss is named twice in losses",
                    "Name each loss once and add up its weights");
            Formulas.LOSSES.named(loss.name()).require(loss.variant(), loss.parameters());
        }
    }

    /** @throws dev.fathom.core.UserException if the factor of a loss is to be learnt that can be negative */
    public static void requireLearnable(RunConfig config) {
        for (LossConfig loss : config.reweighting().equals("learned") ? config.losses() : List.<LossConfig>of()) {
            Require.that(
                    !Formulas.LOSSES.named(loss.name()).canBeNegative(loss.variant()),
                    "The weight of " + loss.name() + " cannot be learned, because this loss can be negative",
                    "Set reweighting: none, or take another loss or variant");
        }
    }

    /** @throws dev.fathom.core.UserException if the learning rate would rise where it is to fall */
    public static void requireDecay(RunConfig config) {
        double base = config.optimizer().learningRate();
        double min = config.schedule().minLearningRate();
        Require.that(
                !config.schedule().name().hasMinimum() || min <= base,
                "schedule.min_learning_rate (" + min + ") is above optimizer.learning_rate (" + base + ")",
                "Set schedule.min_learning_rate to at most " + base + "; the rate decays from the one to the other");
    }

    /** @throws dev.fathom.core.UserException if a crop does not fit into the image */
    public static void requireCrops(RunConfig config) {
        int height = config.model().imageHeight();
        int width = config.model().imageWidth();
        for (List<Integer> crop : config.augmentation().crops()) {
            Require.that(
                    crop.get(0) <= height && crop.get(1) <= width,
                    "The crop [" + crop.get(0) + ", " + crop.get(1) + "] is larger than the image of " + height + "x"
                            + width,
                    "Remove it from augmentation.crops, or set augmentation.crops: []");
        }
    }

    /**
     * @param pictures to train on
     * @throws dev.fathom.core.UserException if there are not enough for one batch, or one would be too large
     */
    public static void requireBatch(RunConfig config, int pictures) {
        int batch = config.training().batchSize();
        Require.that(
                pictures >= batch,
                "The " + pictures + " pictures to train on do not make one batch of " + batch,
                "Use more pictures, or set training.batch_size to at most " + pictures);
        requireArray(config.model(), batch, config.unlabeledPerBatch());
    }

    /** A batch is three numbers a pixel in one array, whose places Java numbers with an {@code int}. */
    private static void requireArray(ModelConfig model, int batch, int unlabeled) {
        long most = Integer.MAX_VALUE / (3L * model.imageHeight() * model.imageWidth());
        Require.that(
                (long) batch + unlabeled <= most,
                "training.batch_size is " + batch
                        + (unlabeled == 0 ? "" : " and distillation.unlabeled_per_batch " + unlabeled),
                "Take at most " + most + " images of " + model.imageHeight() + "x" + model.imageWidth()
                        + " for a batch");
    }

    /** A warm-up that the run does not outlast. */
    public static Optional<String> warmUpNotice(RunConfig config, long steps) {
        int warmUp = config.schedule().warmupSteps();
        return warmUp < steps
                ? Optional.empty()
                : Optional.of("The warm-up of " + warmUp + " steps is not over in the " + steps
                        + " steps of this run, so the learning rate never reaches its full value;"
                        + " set schedule.warmup_steps lower");
    }

    /** Focal lengths that a loss needs and nobody gave. */
    public static Optional<String> cameraNotice(RunConfig config) {
        return config.data().focal() == null && needsCamera(config)
                ? Optional.of(
                        "data.focal is not set, so virtual_normal takes the focal lengths of the Kinect of NYU Depth")
                : Optional.empty();
    }

    private static boolean needsCamera(RunConfig config) {
        Stream<LossConfig> taught = Optional.ofNullable(config.distillation()).stream()
                .flatMap(d -> d.terms().stream())
                .flatMap(term -> term.losses().stream());
        return Stream.concat(config.losses().stream(), taught)
                .anyMatch(l -> l.name().equals(ON_POINTS));
    }
}
