package dev.fathom.export.tflite;

import java.nio.ByteBuffer;
import org.tensorflow.lite.schema.Model;
import org.tensorflow.lite.schema.OperatorCode;
import org.tensorflow.lite.schema.SignatureDef;
import org.tensorflow.lite.schema.SubGraph;

/** Rules of the format that the native verifier does not test, and that crash the runtime when broken. */
final class ModelCheck {
    private static final String IDENTIFIER = "TFL3";
    private static final int SCHEMA_VERSION = 3;
    /** The runtime knows about 210; newer ones may know more. */
    private static final int MOST_OPERATIONS = 512;

    private ModelCheck() {}

    /** @throws BrokenModelException if the file does not begin as a TFLite file does */
    static void requireHeader(ByteBuffer file) {
        require(file.remaining() >= 16, "it is shorter than any model");
        for (int i = 0; i < IDENTIFIER.length(); i++) {
            require(file.get(4 + i) == IDENTIFIER.charAt(i), "it does not begin as a TFLite file does");
        }
    }

    /** @throws BrokenModelException with the first rule that is broken */
    static void requireSound(Model model, int fileBytes) {
        require(model.version() == SCHEMA_VERSION, "its schema version is " + model.version() + ", not 3");
        require(model.subgraphsLength() > 0, "it has no graph");
        new SizeCheck(fileBytes).requireModest(model);
        requireWholeBuffers(model);
        requireSaneCodes(model);
        for (int i = 0; i < model.subgraphsLength(); i++) {
            SubGraph graph = model.subgraphs(i);
            TensorCheck.requireSound(model, graph);
            new OperatorCheck(model, graph).requireSound(i == 0);
        }
        new GraphCalls(model).requireEnding();
        requireSoundSignatures(model);
    }

    private static void requireWholeBuffers(Model model) {
        for (int i = 0; i < model.buffersLength(); i++) {
            // Throws if the data is said to go beyond the end of the file.
            model.buffers(i).dataAsByteBuffer();
        }
    }

    private static void requireSaneCodes(Model model) {
        for (int i = 0; i < model.operatorCodesLength(); i++) {
            OperatorCode code = model.operatorCodes(i);
            int builtin = ModelOperator.builtin(code);
            boolean sane = builtin >= 0 && builtin < MOST_OPERATIONS && code.version() > 0;
            require(sane, "operation code " + i + " is damaged");
        }
    }

    private static void requireSoundSignatures(Model model) {
        for (int i = 0; i < model.signatureDefsLength(); i++) {
            SignatureDef signature = model.signatureDefs(i);
            String place = "signature " + i;
            require(signature.subgraphIndex() < model.subgraphsLength(), place + " is of a graph that does not exist");
            SubGraph graph = model.subgraphs((int) signature.subgraphIndex());
            for (int k = 0; k < signature.inputsLength(); k++) {
                require(signature.inputs(k).tensorIndex() < graph.tensorsLength(), place + " names no tensor");
            }
            for (int k = 0; k < signature.outputsLength(); k++) {
                require(signature.outputs(k).tensorIndex() < graph.tensorsLength(), place + " names no tensor");
            }
        }
    }

    static void require(boolean holds, String rule) {
        if (!holds) {
            throw new BrokenModelException(rule);
        }
    }
}
