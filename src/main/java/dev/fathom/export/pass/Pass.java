package dev.fathom.export.pass;

import dev.fathom.export.ir.LiteGraph;

/** A rewrite that leaves the function of a graph unchanged. */
public interface Pass {
    /** What it does, in a few words, for reports. */
    String name();

    LiteGraph apply(LiteGraph graph);
}
