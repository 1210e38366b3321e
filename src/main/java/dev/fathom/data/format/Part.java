package dev.fathom.data.format;

/** What a data set says a picture is for. */
enum Part {
    TRAIN,
    VAL,
    TEST
}
