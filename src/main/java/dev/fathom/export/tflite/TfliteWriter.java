package dev.fathom.export.tflite;

import com.google.flatbuffers.FlatBufferBuilder;
import dev.fathom.export.ir.LiteGraph;
import dev.fathom.export.ir.LiteNode;
import dev.fathom.export.ir.StoredGraph;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.tensorflow.lite.schema.Buffer;
import org.tensorflow.lite.schema.BuiltinOptionsUnion;
import org.tensorflow.lite.schema.Metadata;
import org.tensorflow.lite.schema.Model;
import org.tensorflow.lite.schema.OperatorCode;
import org.tensorflow.lite.schema.OperatorCodeT;
import org.tensorflow.lite.schema.OperatorT;
import org.tensorflow.lite.schema.SignatureDef;
import org.tensorflow.lite.schema.SignatureDefT;
import org.tensorflow.lite.schema.SubGraph;
import org.tensorflow.lite.schema.SubGraphT;
import org.tensorflow.lite.schema.TensorMapT;

/**
 * Writes a lowered graph as a TFLite flatbuffer (schema version 3) with one signature, {@code serving_default}, whose
 * names are the graph's own input and output names. The same graph gives the same bytes.
 */
public final class TfliteWriter {
    private static final String IDENTIFIER = "TFL3";
    private static final int SCHEMA_VERSION = 3;
    /** XNNPACK and mapped files want weights at 16 bytes. */
    private static final int ALIGNMENT = 16;

    private final StoredGraph stored;
    private final LiteGraph graph;
    private final TensorTable tensors;
    private final Map<OpEncoding.Code, Integer> codes = new LinkedHashMap<>();

    private final Map<String, ByteBuffer> notes = new LinkedHashMap<>();

    private TfliteWriter(StoredGraph stored) {
        this.stored = stored;
        this.graph = stored.graph();
        this.tensors = new TensorTable(stored);
    }

    /** A graph of 32-bit floats. */
    public static byte[] write(LiteGraph graph, String description) {
        return write(StoredGraph.plain(graph), description);
    }

    /** The file's bytes, with notes for other tools. */
    public static byte[] write(StoredGraph graph, FileNotes notes) {
        TfliteWriter writer = new TfliteWriter(graph);
        writer.notes.put(FileNotes.BUFFER, notes.metadata());
        writer.notes.put(FileNotes.RUNTIME_BUFFER, FileNotes.oldestRuntime());
        return writer.serialize(notes.description());
    }

    /**
     * The file's bytes.
     *
     * @param description what the file says about itself
     */
    public static byte[] write(StoredGraph graph, String description) {
        return new TfliteWriter(graph).serialize(description);
    }

    private byte[] serialize(String description) {
        SubGraphT subgraph = subgraph();
        FlatBufferBuilder b = new FlatBufferBuilder(tensors.bytes() + (1 << 16));
        Map<String, Integer> noteBuffers = new LinkedHashMap<>();
        notes.forEach((name, data) -> noteBuffers.put(name, tensors.addBuffer(data)));
        int buffers = Model.createBuffersVector(b, buffers(b));
        int subgraphs = Model.createSubgraphsVector(b, new int[] {SubGraph.pack(b, subgraph)});
        int[] packedCodes =
                codes.keySet().stream().mapToInt(code -> pack(b, code)).toArray();
        int operatorCodes = Model.createOperatorCodesVector(b, packedCodes);
        int signatures = Model.createSignatureDefsVector(b, new int[] {SignatureDef.pack(b, signature())});
        int[] packedNotes = noteBuffers.entrySet().stream()
                .mapToInt(note -> Metadata.createMetadata(b, b.createString(note.getKey()), note.getValue()))
                .toArray();
        int metadata = Model.createMetadataVector(b, packedNotes);
        int text = b.createString(description);
        Model.startModel(b);
        Model.addVersion(b, SCHEMA_VERSION);
        Model.addOperatorCodes(b, operatorCodes);
        Model.addSubgraphs(b, subgraphs);
        Model.addDescription(b, text);
        Model.addBuffers(b, buffers);
        Model.addSignatureDefs(b, signatures);
        Model.addMetadata(b, metadata);
        b.finish(Model.endModel(b), IDENTIFIER);
        return b.sizedByteArray();
    }

    private SubGraphT subgraph() {
        List<OperatorT> operators = new ArrayList<>();
        for (LiteNode node : graph.nodes()) {
            operators.add(operator(node));
        }
        SubGraphT subgraph = new SubGraphT();
        subgraph.setName("main");
        subgraph.setOperators(operators.toArray(OperatorT[]::new));
        subgraph.setTensors(tensors.tensors());
        subgraph.setInputs(
                graph.inputs().keySet().stream().mapToInt(tensors::index).toArray());
        subgraph.setOutputs(
                graph.outputs().values().stream().mapToInt(tensors::index).toArray());
        return subgraph;
    }

    private OperatorT operator(LiteNode node) {
        List<TensorForm> forms =
                node.inputs().stream().map(stored::of).map(TensorForm::of).toList();
        OpEncoding encoding = OpEncoding.of(node.op(), forms.get(0)).on(forms);
        List<Integer> inputs = new ArrayList<>();
        node.inputs().forEach(input -> inputs.add(tensors.index(input)));
        for (OpEncoding.Operand operand : encoding.operands()) {
            inputs.add(tensors.add(node.name() + "/" + operand.suffix(), operand));
        }
        BuiltinOptionsUnion options = new BuiltinOptionsUnion();
        options.setType(encoding.optionsType());
        options.setValue(encoding.options());
        OperatorT operator = new OperatorT();
        operator.setOpcodeIndex(codes.computeIfAbsent(encoding.code(), code -> codes.size()));
        operator.setInputs(inputs.stream().mapToInt(Integer::intValue).toArray());
        operator.setOutputs(new int[] {tensors.index(node.name())});
        operator.setBuiltinOptions(options);
        return operator;
    }

    private static int pack(FlatBufferBuilder b, OpEncoding.Code code) {
        OperatorCodeT packed = new OperatorCodeT();
        packed.setBuiltinCode(code.builtin());
        // Runtimes before the code outgrew a byte read this field.
        packed.setDeprecatedBuiltinCode((byte) Math.min(code.builtin(), Byte.MAX_VALUE));
        packed.setVersion(code.version());
        return OperatorCode.pack(b, packed);
    }

    private SignatureDefT signature() {
        SignatureDefT signature = new SignatureDefT();
        signature.setSignatureKey("serving_default");
        signature.setInputs(
                graph.inputs().keySet().stream().map(name -> named(name, name)).toArray(TensorMapT[]::new));
        signature.setOutputs(graph.outputs().entrySet().stream()
                .map(output -> named(output.getKey(), output.getValue()))
                .toArray(TensorMapT[]::new));
        return signature;
    }

    private TensorMapT named(String name, String value) {
        TensorMapT map = new TensorMapT();
        map.setName(name);
        map.setTensorIndex(tensors.index(value));
        return map;
    }

    private int[] buffers(FlatBufferBuilder b) {
        List<Integer> offsets = new ArrayList<>();
        for (ByteBuffer data : tensors.buffers()) {
            int vector = data.hasRemaining() ? aligned(b, data) : 0;
            Buffer.startBuffer(b);
            if (vector != 0) {
                Buffer.addData(b, vector);
            }
            offsets.add(Buffer.endBuffer(b));
        }
        return offsets.stream().mapToInt(Integer::intValue).toArray();
    }

    private static int aligned(FlatBufferBuilder b, ByteBuffer data) {
        b.createUnintializedVector(1, data.remaining(), ALIGNMENT).put(data.duplicate());
        return b.endVector();
    }
}
