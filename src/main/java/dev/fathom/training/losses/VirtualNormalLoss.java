package dev.fathom.training.losses;

import ai.djl.ndarray.NDArray;
import java.util.Arrays;
import java.util.SplittableRandom;

/**
 * Virtual normals: random triplets of cells span planes in space, and the normals of prediction and truth shall agree,
 * {@code |n_p - n_t|} summed over x, y and z. Of all triplets kept in the batch the quarter with the smallest
 * disagreement is left out, the mean of the others is the loss. A triplet is kept if it spans a plane well: see {@link
 * TripletFilter}. At the prediction's own resolution.
 *
 * <p>Yin et al., Enforcing Geometric Constraints of Virtual Normal for Depth Prediction, 2019; Li et al., LiteDepth,
 * 2022, Eq. 9. A new draw of triplets each step, the same for all images of the batch.
 *
 * @param variant on what the filter looks
 * @param share triplets as a share of the number of cells
 * @param dropped share of the kept triplets that is left out
 */
public record VirtualNormalLoss(Variant variant, double share, double dropped) implements DepthLoss {
    /** The constants of both sources. */
    public static final VirtualNormalLoss LITEDEPTH = new VirtualNormalLoss(Variant.FILTER_PREDICTION, 0.15, 0.25);

    /** The official codes differ. */
    public enum Variant {
        /**
         * LiteDepth's code, whose arguments are switched: predicted points more than 0.1 m away. A triplet with an
         * invalid truth counts as agreement.
         */
        FILTER_PREDICTION,
        /** The original: true points, which leaves out invalid ones. */
        FILTER_TRUTH
    }

    public VirtualNormalLoss {
        if (!(share > 0 && dropped >= 0 && dropped < 1)) {
            throw new IllegalArgumentException("a share of " + share + ", of which " + dropped + " is left out");
        }
    }

    @Override
    public NDArray of(LossInput input) {
        return ClosedForm.of(input, (p, gradient) -> {
            int[][] triplets = draw(p.cells(), (int) (share * p.cells()), input.randomSeed());
            return evaluate(p, input.truth(), input.focal(), triplets, gradient);
        });
    }

    private static int[][] draw(int cells, int count, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        int[][] triplets = new int[count][3];
        for (int[] triplet : triplets) {
            Arrays.setAll(triplet, corner -> random.nextInt(cells));
        }
        return triplets;
    }

    /**
     * One kept triplet of one image.
     *
     * @param first where the image begins
     * @param known whether all three truths are valid; otherwise it counts as agreement
     */
    private record Kept(int first, int[] triplet, Plane predicted, Plane real, boolean known, double loss) {
        Kept(int first, int[] triplet, Plane predicted, Plane real, boolean known) {
            this(first, triplet, predicted, real, known, known ? predicted.distance(real) : 0);
        }
    }

    double evaluate(DepthGrid p, Truth truth, FocalLengths camera, int[][] triplets, double[] gradient) {
        boolean onPrediction = variant == Variant.FILTER_PREDICTION;
        TruthGrid.Holes holes = onPrediction ? TruthGrid.Holes.BLEED : TruthGrid.Holes.EXCLUDE;
        TruthGrid t = TruthGrid.of(truth, p.height(), p.width(), holes);
        Rays rays = Rays.of(p, truth, camera);
        TripletFilter filter = onPrediction ? TripletFilter.LITEDEPTH : TripletFilter.ORIGINAL;
        Kept[] kept = new Kept[p.batch() * triplets.length];
        int count = 0;
        for (int first = 0; first < p.metres().length; first += p.cells()) {
            for (int[] triplet : triplets) {
                Plane predicted = rays.plane(triplet, cell -> p.metres()[cell], first);
                Plane real = rays.plane(triplet, cell -> t.metres()[cell], first);
                if (filter.keeps(onPrediction ? predicted : real)) {
                    kept[count++] = new Kept(first, triplet, predicted, real, allValid(t, triplet, first));
                }
            }
        }
        Kept[] sorted = Arrays.copyOf(kept, count);
        Arrays.sort(sorted, (a, b) -> Double.compare(a.loss, b.loss));
        return mean(Arrays.copyOfRange(sorted, (int) (count * dropped), count), rays, gradient);
    }

    private static boolean allValid(TruthGrid t, int[] triplet, int first) {
        return Arrays.stream(triplet).allMatch(cell -> t.valid()[first + cell]);
    }

    private static double mean(Kept[] counted, Rays rays, double[] gradient) {
        double sum = 0;
        for (Kept kept : counted) {
            sum += kept.loss;
            if (kept.known) {
                double[][] slopes = kept.predicted.slopes(kept.real);
                for (int corner = 0; corner < 3; corner++) {
                    int cell = kept.triplet[corner];
                    gradient[kept.first + cell] += rays.along(cell, slopes[corner]) / counted.length;
                }
            }
        }
        return counted.length == 0 ? 0 : sum / counted.length;
    }
}
