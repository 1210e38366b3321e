package dev.fathom.export.tflite;

import static dev.fathom.export.tflite.ModelCheck.require;

import org.tensorflow.lite.schema.Model;
import org.tensorflow.lite.schema.Operator;
import org.tensorflow.lite.schema.SignatureDef;
import org.tensorflow.lite.schema.SubGraph;
import org.tensorflow.lite.schema.Tensor;

/**
 * Rules against files that are small and say much: tables and names may be shared by any number of others, so that a
 * megabyte can describe billions of tensors, and reading them would never end.
 */
final class SizeCheck {
    /** Honest files need less than one entry or letter for each of their bytes. */
    private static final int ENTRIES_PER_BYTE = 16;

    private long left;

    SizeCheck(int fileBytes) {
        left = (long) fileBytes * ENTRIES_PER_BYTE;
    }

    /** @throws BrokenModelException if reading everything would be out of proportion to the file's size */
    void requireModest(Model model) {
        for (int i = 0; i < model.subgraphsLength(); i++) {
            SubGraph graph = model.subgraphs(i);
            spend(graph.inputsLength() + (long) graph.outputsLength());
            for (int k = 0; k < graph.tensorsLength(); k++) {
                Tensor tensor = graph.tensors(k);
                spend(1L + tensor.shapeLength() + tensor.shapeSignatureLength());
                spend(
                        tensor.nameAsByteBuffer() == null
                                ? 0
                                : tensor.nameAsByteBuffer().remaining());
                spend(tensor.quantization() == null ? 0 : tensor.quantization().scaleLength());
            }
            for (int k = 0; k < graph.operatorsLength(); k++) {
                Operator op = graph.operators(k);
                spend(1L + op.inputsLength() + op.outputsLength());
            }
        }
        for (int i = 0; i < model.signatureDefsLength(); i++) {
            SignatureDef signature = model.signatureDefs(i);
            spend(1L + signature.inputsLength() + signature.outputsLength());
        }
    }

    private void spend(long entries) {
        require(entries >= 0, "a table has a negative size");
        left -= entries;
        require(left >= 0, "it describes far more than fits into its size");
    }
}
