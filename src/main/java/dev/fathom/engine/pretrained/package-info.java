/** Weights of other libraries for an encoder: how they name their tensors, and how a file fits. */
package dev.fathom.engine.pretrained;
