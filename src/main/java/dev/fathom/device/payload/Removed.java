package dev.fathom.device.payload;

/**
 * What was removed from a device's cache folder.
 *
 * @param contents how many files that had been uploaded
 * @param bytes of disk
 */
public record Removed(int contents, long bytes) {}
