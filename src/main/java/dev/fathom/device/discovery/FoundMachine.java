package dev.fathom.device.discovery;

/**
 * A machine that answered.
 *
 * @param host its name, such as {@code raspberrypi.local}
 * @param address its IP address
 * @param port where its SSH server listens, as far as it says so; else 22
 */
public record FoundMachine(String host, String address, int port) {}
