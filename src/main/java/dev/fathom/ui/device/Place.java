package dev.fathom.ui.device;

/**
 * Where to measure.
 *
 * @param host as for ssh, {@code [user@]host[:port]} or an alias; empty for this computer
 */
public record Place(String host) {
    /** This computer, by the same runner. */
    public static final Place HERE = new Place("");

    public boolean isHere() {
        return host.isEmpty();
    }

    /** For lists. */
    public String title() {
        return isHere() ? "This computer" : host;
    }
}
