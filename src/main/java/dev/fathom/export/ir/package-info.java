/**
 * A network as TFLite sees it, still open to change: channels-last shapes, TFLite's operations, constants. Made from a
 * {@link dev.fathom.graph.Graph} by lowering, rewritten by passes, written as a flatbuffer. Nothing here computes.
 */
package dev.fathom.export.ir;
