package dev.fathom.engine.pretrained;

import dev.fathom.engine.WeightTensor;
import java.util.ArrayList;
import java.util.List;

/**
 * How a file fits an encoder, known before anything is trained.
 *
 * @param file its path
 * @param network whose encoder is meant
 * @param names whose names the file's tensors have
 * @param prefix what stands before them in the file, or nothing
 * @param matched the encoder's names of tensors that the file holds in the right shape
 * @param missing the encoder's names of tensors that the file lacks
 * @param unexpected the file's names of tensors that the encoder does not have, such as a classifier's
 * @param misshapen the encoder's names of tensors that the file holds in another shape
 */
public record PretrainedReport(
        String file,
        String network,
        String names,
        String prefix,
        List<String> matched,
        List<String> missing,
        List<String> unexpected,
        List<Misshapen> misshapen) {

    /** A tensor with its shape in the file and in the encoder. */
    public record Misshapen(String name, List<Integer> found, List<Integer> wanted) {}

    /** Number of the encoder's tensors. */
    public int wanted() {
        return matched.size() + missing.size() + misshapen.size();
    }

    /** Whether the file holds enough to be of this encoder: at least half of its tensors. */
    public boolean isUsable() {
        return !matched.isEmpty() && 2 * matched.size() >= wanted();
    }

    /** Every tensor that does not fit, a line for each kind; empty if all of the encoder's do. */
    public List<String> details() {
        List<String> lines = new ArrayList<>();
        if (!missing.isEmpty()) {
            lines.add("missing in the file: " + String.join(", ", missing));
        }
        for (Misshapen tensor : misshapen) {
            lines.add(tensor.name + " is " + WeightTensor.shape(tensor.found) + " in the file instead of "
                    + WeightTensor.shape(tensor.wanted));
        }
        if (!unexpected.isEmpty()) {
            lines.add("not of the encoder: " + String.join(", ", unexpected));
        }
        return lines;
    }

    /** One sentence for a log. */
    public String sentence() {
        String left = misshapen.isEmpty() && missing.isEmpty()
                ? ""
                : "; " + missing.size() + " that it lacks and " + misshapen.size()
                        + " of another shape begin as in a new network";
        String useless =
                unexpected.isEmpty() ? "" : "; " + unexpected.size() + " of its tensors are not of the encoder";
        return matched.size() + " of the " + wanted() + " tensors of the encoder of " + network + " start from " + file
                + ", which has the names of " + names + left + useless;
    }
}
