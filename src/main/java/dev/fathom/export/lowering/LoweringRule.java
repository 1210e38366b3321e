package dev.fathom.export.lowering;

import dev.fathom.graph.Node;

/** How one kind of operation is said in TFLite. */
@FunctionalInterface
interface LoweringRule {
    /** Appends operations of which the last is called as the node is. */
    void lower(Node node, Draft draft);
}
