package dev.fathom.training.losses;

import ai.djl.ndarray.NDArray;

/**
 * The mean of a function of the Sobel differences of prediction and truth at the network's own resolution, over the
 * cells of the batch all of whose 3x3 neighbours are valid; the truth is brought down without its holes bleeding into
 * valid depth. Hu et al.'s code has the same kernels, but no mask, and takes depth outside the picture as 0.
 */
interface SobelLoss extends DepthLoss {

    /**
     * The loss of one cell.
     *
     * @param p difference of the prediction along x, then along y, in metres times 8 cells
     * @param t of the truth
     * @param slope receives the derivatives with respect to p
     */
    double at(double[] p, double[] t, double[] slope);

    @Override
    default NDArray of(LossInput input) {
        return ClosedForm.of(input, (p, gradient) -> {
            TruthGrid t = TruthGrid.of(input.truth(), p.height(), p.width(), TruthGrid.Holes.EXCLUDE);
            return SobelCells.of(p, t).mean(this, gradient);
        });
    }
}
