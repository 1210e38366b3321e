/**
 * A network as data: an immutable list of operations with shapes, costs and the reference implementation's parameter
 * names. Execution, export and summaries read the same graph; nothing here computes.
 */
package dev.fathom.graph;
