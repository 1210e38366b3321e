package dev.fathom.export.tflite;

/** A TFLite file breaks a rule of the format; the message is the rule. */
final class BrokenModelException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    BrokenModelException(String rule) {
        super(rule);
    }
}
