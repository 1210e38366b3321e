package dev.fathom.engine.pretrained;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** What stands before the encoder's names in files of the field, and which tensors nothing needs. */
final class TensorNames {
    /** Wrappers: data parallelism, toolboxes, Lightning, timm inside another network, a checkpoint's fields, Hu's E. */
    private static final List<String> WRAPPERS = List.of(
            "module.",
            "model.",
            "state_dict.",
            "backbone.",
            "encoder.",
            "E.",
            "timm_model.",
            "net.",
            "network.",
            "student.",
            "teacher.");

    private static final int DEEPEST = 4;

    /** Tables that follow from the window and the image size, so Fathom makes them itself. */
    private static final List<String> DERIVED =
            List.of("num_batches_tracked", "relative_position_index", "attn_mask", "relative_coords_table");

    private TensorNames() {}

    /** Whether a tensor is none that is learned or measured. */
    static boolean isDerived(String name) {
        return DERIVED.stream().anyMatch(name::endsWith);
    }

    /** Every sequence of wrappers with which a name begins, the empty one first. */
    static List<String> prefixes(Set<String> names) {
        Set<String> known = new LinkedHashSet<>(Set.of(""));
        List<String> latest = List.of("");
        for (int depth = 0; depth < DEEPEST; depth++) {
            List<String> longer = new ArrayList<>();
            for (String prefix : latest) {
                for (String wrapper : WRAPPERS) {
                    String candidate = prefix + wrapper;
                    if (names.stream().anyMatch(name -> name.startsWith(candidate)) && known.add(candidate)) {
                        longer.add(candidate);
                    }
                }
            }
            latest = longer;
        }
        return List.copyOf(known);
    }
}
