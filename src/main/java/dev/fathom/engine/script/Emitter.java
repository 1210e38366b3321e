package dev.fathom.engine.script;

/** How one kind of operation is said in TorchScript. */
@FunctionalInterface
interface Emitter {
    /** An expression for the node's value; what it needs before that, it defines with {@link NodeScript#define}. */
    String emit(NodeScript node);
}
