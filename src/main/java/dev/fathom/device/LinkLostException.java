package dev.fathom.device;

import java.io.IOException;

/** The connection to a machine broke. */
public final class LinkLostException extends IOException {
    private static final long serialVersionUID = 1L;

    public LinkLostException(String message, Throwable cause) {
        super(message, cause);
    }
}
