package dev.fathom;

/** Where the program starts. Not an {@code Application}: such a class cannot be started from a plain class path. */
public final class Main {
    private Main() {}

    public static void main(String[] args) {
        throw new UnsupportedOperationException("the front doors are being built");
    }
}
