package dev.fathom.export.quantise;

import dev.fathom.export.ir.LiteGraph;
import dev.fathom.export.ir.LiteNode;
import dev.fathom.export.ir.StoredGraph;
import dev.fathom.export.tflite.TfliteInterpreter;
import dev.fathom.export.tflite.TfliteModel;
import dev.fathom.export.tflite.TfliteWriter;
import java.util.List;

/** Short ways to quantise and run graphs, for tests. */
final class QuantisedGraphs {
    private QuantisedGraphs() {}

    static Ranges calibrated(LiteGraph graph, List<float[]> pictures) {
        try (Calibration calibration = new Calibration(graph)) {
            pictures.forEach(calibration::add);
            return calibration.ranges();
        }
    }

    static StoredGraph int8(LiteGraph graph, float[]... pictures) {
        return FullInteger.of(graph, calibrated(graph, List.of(pictures)));
    }

    static TfliteInterpreter load(StoredGraph graph) {
        return new TfliteInterpreter(TfliteModel.of("quantised.tflite", TfliteWriter.write(graph, "test")), 1);
    }

    static float[] run(StoredGraph graph, float[] picture) {
        try (TfliteInterpreter interpreter = load(graph)) {
            return interpreter.run(picture);
        }
    }

    static List<String> codes(StoredGraph graph) {
        return graph.graph().nodes().stream()
                .map(LiteNode::op)
                .map(op -> op.code())
                .toList();
    }
}
