package dev.fathom.export.tflite;

import java.util.ArrayList;
import java.util.List;
import org.tensorflow.lite.schema.Model;
import org.tensorflow.lite.schema.SignatureDef;

/**
 * A way to call the model by names instead of positions.
 *
 * @param key its name, for example {@code serving_default}
 * @param graph index of the graph it runs
 * @param inputs names of the inputs
 * @param outputs names of the outputs
 */
public record ModelSignature(String key, long graph, List<String> inputs, List<String> outputs) {
    public ModelSignature {
        inputs = List.copyOf(inputs);
        outputs = List.copyOf(outputs);
    }

    static List<ModelSignature> all(Model model) {
        List<ModelSignature> all = new ArrayList<>();
        for (int i = 0; i < model.signatureDefsLength(); i++) {
            SignatureDef signature = model.signatureDefs(i);
            List<String> inputs = new ArrayList<>();
            for (int k = 0; k < signature.inputsLength(); k++) {
                inputs.add(named(signature.inputs(k).name()));
            }
            List<String> outputs = new ArrayList<>();
            for (int k = 0; k < signature.outputsLength(); k++) {
                outputs.add(named(signature.outputs(k).name()));
            }
            all.add(new ModelSignature(named(signature.signatureKey()), signature.subgraphIndex(), inputs, outputs));
        }
        return all;
    }

    private static String named(String name) {
        return name == null ? "(no name)" : name;
    }
}
