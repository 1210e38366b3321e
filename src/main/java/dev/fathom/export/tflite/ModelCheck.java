package dev.fathom.export.tflite;

import java.nio.ByteBuffer;
import org.tensorflow.lite.schema.BuiltinOperator;
import org.tensorflow.lite.schema.Model;
import org.tensorflow.lite.schema.OperatorCode;
import org.tensorflow.lite.schema.SubGraph;

/** Rules of the format that the native verifier does not test, and that crash the runtime when broken. */
final class ModelCheck {
    private static final String IDENTIFIER = "TFL3";
    private static final int SCHEMA_VERSION = 3;

    private ModelCheck() {}

    /** @throws BrokenModelException if the file does not begin as a TFLite file does */
    static void requireHeader(ByteBuffer file) {
        require(file.remaining() >= 16, "it is shorter than any model");
        for (int i = 0; i < IDENTIFIER.length(); i++) {
            require(file.get(4 + i) == IDENTIFIER.charAt(i), "it does not begin as a TFLite file does");
        }
    }

    /** @throws BrokenModelException with the first rule that is broken */
    static void requireSound(Model model) {
        require(model.version() == SCHEMA_VERSION, "its schema version is " + model.version() + ", not 3");
        require(model.subgraphsLength() > 0, "it has no graph");
        requireWholeBuffers(model);
        requireKnownCodes(model);
        for (int i = 0; i < model.subgraphsLength(); i++) {
            SubGraph graph = model.subgraphs(i);
            TensorCheck.requireSound(model, graph);
            new OperatorCheck(model, graph).requireSound();
        }
    }

    private static void requireWholeBuffers(Model model) {
        for (int i = 0; i < model.buffersLength(); i++) {
            // Throws if the data is said to go beyond the end of the file.
            model.buffers(i).dataAsByteBuffer();
        }
    }

    private static void requireKnownCodes(Model model) {
        for (int i = 0; i < model.operatorCodesLength(); i++) {
            OperatorCode code = model.operatorCodes(i);
            int builtin = ModelOperator.builtin(code);
            require(builtin >= 0 && code.version() > 0, "operation code " + i + " is damaged");
            require(
                    builtin < BuiltinOperator.names.length,
                    "operation " + builtin + " is newer than this version of Fathom");
        }
    }

    static void require(boolean holds, String rule) {
        if (!holds) {
            throw new BrokenModelException(rule);
        }
    }
}
