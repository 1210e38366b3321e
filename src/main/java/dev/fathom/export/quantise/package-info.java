/**
 * Smaller numbers for a graph of floats: half-precision weights, whole-number weights, and whole numbers throughout with
 * scales from real pictures.
 */
package dev.fathom.export.quantise;
