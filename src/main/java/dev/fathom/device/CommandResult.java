package dev.fathom.device;

/**
 * What a command said and how it ended.
 *
 * @param exit its exit status; 128 plus the signal if it was killed
 * @param out standard output, UTF-8
 * @param err standard error, UTF-8
 */
public record CommandResult(int exit, String out, String err) {
    public boolean succeeded() {
        return exit == 0;
    }
}
