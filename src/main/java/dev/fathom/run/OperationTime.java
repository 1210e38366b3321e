package dev.fathom.run;

/**
 * How long one operation takes.
 *
 * @param partition which of XNNPACK's runs of operations it is in, from 1; 0 if XNNPACK did not take it
 * @param index its place in the partition, or in the model
 * @param meanMs in milliseconds
 */
public record OperationTime(String name, int partition, int index, double meanMs) {}
