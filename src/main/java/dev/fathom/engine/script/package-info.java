/** How a graph is said in TorchScript: one small emitter for each kind of operation. */
package dev.fathom.engine.script;
