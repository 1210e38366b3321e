package dev.fathom.device.probe;

/**
 * One thing about a device, good or not.
 *
 * @param needed whether nothing can be measured without it; else the numbers are worth less
 * @param found what is there
 * @param remedy the command that puts it right, with a word where a command is not enough; empty if it is right
 */
public record DeviceCheck(String name, boolean passed, boolean needed, String found, String remedy) {}
