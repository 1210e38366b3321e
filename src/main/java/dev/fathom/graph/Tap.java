package dev.fathom.graph;

/**
 * A feature map offered to distillation and inspection.
 *
 * @param name {@code encoder/STRIDE} or {@code decoder/STRIDE}, the stride being relative to the encoder's input
 * @param node the node whose output it is
 */
public record Tap(String name, String node) {}
