package dev.fathom.network;

import dev.fathom.graph.Tensor;

/** An encoder's feature map and how much smaller than the encoder's input it is. */
public record Feature(int stride, Tensor value) {}
