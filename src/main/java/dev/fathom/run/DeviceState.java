package dev.fathom.run;

/**
 * A device at one moment. What it does not tell is null.
 *
 * @param temperature in degrees Celsius
 * @param clockMhz of the fastest core
 * @param maxClockMhz that the fastest core can have for long; null on PCs that only name their turbo
 * @param throttleFlags bits of the firmware's {@code get_throttled}, see {@link ThrottleFlags}
 * @param load mean number of running processes over the last minute
 */
public record DeviceState(
        Double temperature, Double clockMhz, Double maxClockMhz, Integer throttleFlags, Double load) {}
