package dev.fathom.export;

import dev.fathom.export.tflite.FileNotes;
import dev.fathom.graph.Graph;
import dev.fathom.graph.Node;
import dev.fathom.graph.Normalize;
import dev.fathom.graph.TensorShape;
import dev.fathom.run.ExportFormat;
import dev.fathom.run.ExportOptions;
import dev.fathom.run.Version;
import java.util.Optional;

/** What an exported file says about itself. */
final class Notes {
    private Notes() {}

    static FileNotes of(Graph graph, ExportFormat format, ExportOptions options) {
        String version = Version.current().number();
        String description = graph.name() + " (" + format.text() + "), exported by Fathom " + version;
        return new FileNotes(graph.name(), description, version, picture(graph, options), depth(options));
    }

    private static FileNotes.Tensor picture(Graph graph, ExportOptions options) {
        String meaning = InputForm.meaning(options.input()) + normalisation(graph);
        return new FileNotes.Tensor("image", meaning, 0, 255);
    }

    private static String normalisation(Graph graph) {
        Optional<Node> node =
                graph.nodes().stream().filter(n -> n.op() instanceof Normalize).findFirst();
        if (node.isEmpty()) {
            return "";
        }
        Normalize normalize = (Normalize) node.get().op();
        TensorShape inner = graph.shape(node.get().name());
        return "; inside it is brought to " + inner.height() + "x" + inner.width() + " and normalised with mean "
                + normalize.mean() + " and standard deviation " + normalize.std();
    }

    private static FileNotes.Tensor depth(ExportOptions options) {
        ExportOptions.Clamp clamp = options.clamp();
        int perMetre = options.unit().perMetre();
        return new FileNotes.Tensor(
                "depth",
                new OutputForm(options).meaning(),
                clamp == null ? Double.NaN : clamp.min() * perMetre,
                clamp == null ? Double.NaN : clamp.max() * perMetre);
    }
}
