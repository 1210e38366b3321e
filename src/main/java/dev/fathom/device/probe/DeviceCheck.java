package dev.fathom.device.probe;

/**
 * One thing about a device, good or not.
 *
 * @param needed whether nothing can be measured without it; else the numbers are worth less
 * @param found what is there
 * @param command that puts it right, as a shell takes it; empty if it is right
 * @param advice where the command is not enough, else empty
 */
public record DeviceCheck(String name, boolean passed, boolean needed, String found, String command, String advice) {}
