package dev.fathom.device.ssh;

import java.time.Duration;

/**
 * How long a host may be silent.
 *
 * @param answer for each step of connecting
 * @param heartbeat after which an open connection is asked whether it lives; two questions without an answer end it
 */
record Limits(Duration answer, Duration heartbeat) {
    /** A broken link is noticed after 15 s at the latest. */
    static final Limits USUAL = new Limits(Duration.ofSeconds(10), Duration.ofSeconds(4));
}
