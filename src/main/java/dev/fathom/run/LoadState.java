package dev.fathom.run;

/**
 * A device while it measured. What it does not tell is null.
 *
 * @param othersCores cores' worth of time that other processes took
 * @param throttleFlags every bit that was seen, see {@link ThrottleFlags}
 * @param clockMhz middle of the clocks seen right after runs, of the fastest core
 */
public record LoadState(Double othersCores, Integer throttleFlags, Double clockMhz) {}
