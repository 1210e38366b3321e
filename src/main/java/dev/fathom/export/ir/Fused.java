package dev.fathom.export.ir;

/** The activation that an operation applies to its own result. */
public enum Fused {
    NONE,
    RELU,
    RELU6
}
