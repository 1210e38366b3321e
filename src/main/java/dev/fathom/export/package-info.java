/**
 * From a trained graph to a TFLite file and back into a runtime: lowering, passes, writing, parity with the engine and
 * latency on this machine.
 */
package dev.fathom.export;
