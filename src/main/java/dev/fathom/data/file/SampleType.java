package dev.fathom.data.file;

/** What kind of number a file stores for a pixel. */
public enum SampleType {
    /** Bytes: too coarse for depth, right for masks. */
    UINT8,
    /** 16 bits without sign, in which depth sets use 65535 for "not measured". */
    UINT16,
    /** Any other whole number. */
    INTEGER,
    /** Floating point of any width. */
    FLOAT
}
