package dev.fathom.export.tflite;

import static dev.fathom.export.tflite.ModelCheck.require;

import com.google.flatbuffers.Table;
import java.util.BitSet;
import java.util.Set;
import org.tensorflow.lite.schema.BuiltinOperator;
import org.tensorflow.lite.schema.BuiltinOptions;
import org.tensorflow.lite.schema.Model;
import org.tensorflow.lite.schema.Operator;
import org.tensorflow.lite.schema.SubGraph;

/** Rules for operations: indices exist, everything is computed once and before it is read, options are sane. */
final class OperatorCheck {
    /** Operations that may be there for what they change and not for what they give. */
    private static final Set<Integer> MUTE = Set.of(
            BuiltinOperator.ASSIGN_VARIABLE,
            BuiltinOperator.CALL_ONCE,
            BuiltinOperator.HASHTABLE_IMPORT,
            BuiltinOperator.CUSTOM);

    private final Model model;
    private final SubGraph graph;
    private final BitSet known = new BitSet();
    private final BitSet constant = new BitSet();

    OperatorCheck(Model model, SubGraph graph) {
        this.model = model;
        this.graph = graph;
    }

    /** @param main whether it is the model's own graph and not one that it calls */
    void requireSound(boolean main) {
        for (int i = 0; i < graph.tensorsLength(); i++) {
            boolean held = model.buffers((int) graph.tensors(i).buffer()).dataLength() > 0;
            constant.set(i, held);
            known.set(i, held || graph.tensors(i).isVariable());
        }
        require(!main || graph.inputsLength() > 0 && graph.outputsLength() > 0, "it has no inputs or no outputs");
        for (int i = 0; i < graph.inputsLength(); i++) {
            known.set(existing(graph.inputs(i), "an input of the model"));
        }
        for (int i = 0; i < graph.operatorsLength(); i++) {
            visit(graph.operators(i), "operation " + i);
        }
        for (int i = 0; i < graph.outputsLength(); i++) {
            int output = existing(graph.outputs(i), "an output of the model");
            require(known.get(output), "nothing computes an output of the model");
        }
    }

    private void visit(Operator op, String place) {
        require(op.opcodeIndex() < model.operatorCodesLength(), place + " has no operation code");
        for (int i = 0; i < op.inputsLength(); i++) {
            int input = op.inputs(i);
            require(input == -1 || known.get(existing(input, place)), place + " reads what is not computed yet");
        }
        int builtin = ModelOperator.builtin(model.operatorCodes((int) op.opcodeIndex()));
        boolean optionless = op.builtinOptionsType() != BuiltinOptions.NONE && op.builtinOptions(new Table()) == null;
        require(!optionless, place + " has no options");
        require(op.outputsLength() > 0 || MUTE.contains(builtin), place + " has no result");
        requireInputs(op, InputCounts.least(builtin), place);
        for (int i = 0; i < op.outputsLength(); i++) {
            int output = existing(op.outputs(i), place);
            require(!constant.get(output), place + " writes into a constant");
            known.set(output);
        }
        ShapeRules.requireSound(builtin, new OperatorView(model, graph, op, place));
    }

    private static void requireInputs(Operator op, int least, String place) {
        require(op.inputsLength() >= least, place + " lacks an input");
        for (int i = 0; i < least; i++) {
            require(op.inputs(i) >= 0, place + " lacks an input");
        }
    }

    private int existing(int tensor, String place) {
        require(tensor >= 0 && tensor < graph.tensorsLength(), place + " names a tensor that does not exist");
        return tensor;
    }
}
