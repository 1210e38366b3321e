/** From a {@link dev.fathom.graph.Graph} and its weights to TFLite's operations, plainly and one by one. */
package dev.fathom.export.lowering;
