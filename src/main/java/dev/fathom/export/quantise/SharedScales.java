package dev.fathom.export.quantise;

import dev.fathom.export.ir.LiteNode;
import dev.fathom.export.ir.LiteOp;
import dev.fathom.export.ir.WithActivation;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Which values have to have one scale: operations that only move or mix numbers have no scale of their own, so what they
 * read and what they make is kept alike.
 */
final class SharedScales {
    private final Map<String, String> parents = new HashMap<>();

    /** @param nodes those that compute with whole numbers */
    SharedScales(List<LiteNode> nodes) {
        for (LiteNode node : nodes) {
            if (keepsScale(node.op())) {
                node.inputs().forEach(input -> join(input, node.name()));
            }
        }
    }

    private static boolean keepsScale(LiteOp op) {
        return op.copies()
                || op instanceof LiteOp.Pad
                || op instanceof LiteOp.ResizeBilinear
                || op instanceof WithActivation.MaxPool;
    }

    /** One of the values that share a scale with this one, the same for all of them. */
    String representative(String value) {
        String parent = parents.getOrDefault(value, value);
        if (parent.equals(value)) {
            return value;
        }
        String top = representative(parent);
        parents.put(value, top);
        return top;
    }

    /** Whether other values have the same scale as this one. */
    boolean shares(String value) {
        return parents.containsKey(value) || parents.containsValue(value);
    }

    private void join(String a, String b) {
        parents.put(representative(a), representative(b));
    }
}
