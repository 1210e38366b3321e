package dev.fathom.export.tflite;

import dev.fathom.core.AtomicFiles;
import dev.fathom.core.UserException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.tensorflow.lite.schema.Model;
import org.tensorflow.lite.schema.SubGraph;

/**
 * A TFLite file, read and checked in plain Java: nothing of it reaches the native runtime before its structure is known
 * to hold together.
 */
public final class TfliteModel {
    private final String source;
    private final byte[] bytes;
    private final List<ModelTensor> tensors;
    private final List<ModelOperator> operators;
    private final List<ModelTensor> inputs;
    private final List<ModelTensor> outputs;

    private TfliteModel(String source, byte[] bytes) {
        this.source = source;
        this.bytes = bytes;
        try {
            ByteBuffer buffer = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
            ModelCheck.requireHeader(buffer);
            Model model = Model.getRootAsModel(buffer);
            ModelCheck.requireSound(model);
            this.tensors = ModelTensor.all(model);
            this.operators = ModelOperator.all(model);
            SubGraph graph = model.subgraphs(0);
            this.inputs = IntStream.range(0, graph.inputsLength())
                    .mapToObj(i -> tensors.get(graph.inputs(i)))
                    .toList();
            this.outputs = IntStream.range(0, graph.outputsLength())
                    .mapToObj(i -> tensors.get(graph.outputs(i)))
                    .toList();
        } catch (BrokenModelException e) {
            throw broken(e.getMessage(), e);
        } catch (RuntimeException e) {
            // An offset that leads outside the file shows as an index out of bounds, of whichever kind.
            throw broken("an offset leads outside the file", e);
        }
    }

    /** @throws UserException if the file cannot be read or is not a sound TFLite model */
    public static TfliteModel read(Path file) {
        try {
            return new TfliteModel(file.toString(), Files.readAllBytes(file));
        } catch (NoSuchFileException e) {
            throw new UserException("There is no file " + file, "Check the path of the model", e);
        } catch (IOException e) {
            throw new UserException("Cannot read " + file + ": " + e.getMessage(), "Check the file's permissions", e);
        }
    }

    /** A model in memory; the array is taken over. */
    public static TfliteModel of(String source, byte[] bytes) {
        return new TfliteModel(source, bytes);
    }

    private UserException broken(String reason, Throwable cause) {
        return new UserException(
                source + " is not a usable TFLite model: " + reason, "Export or download the file again", cause);
    }

    /** Where it came from, for messages. */
    public String source() {
        return source;
    }

    /** The file itself. Read only. */
    byte[] bytes() {
        return bytes;
    }

    /** Size of the file. */
    public int size() {
        return bytes.length;
    }

    public String sha256() {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Writes the bytes as a file, as a whole. */
    public void write(Path file) throws IOException {
        AtomicFiles.write(file, bytes);
    }

    /** What the model takes. */
    public List<ModelTensor> inputs() {
        return inputs;
    }

    /** What the model gives. */
    public List<ModelTensor> outputs() {
        return outputs;
    }

    /** Tensors of the main subgraph, in the file's order. */
    public List<ModelTensor> tensors() {
        return tensors;
    }

    /** Operations of the main subgraph in the order they run. */
    public List<ModelOperator> operators() {
        return operators;
    }

    /** How often each operation occurs, by name. */
    public Map<String, Integer> operatorCounts() {
        return operators.stream().collect(Collectors.toMap(ModelOperator::code, op -> 1, Integer::sum, TreeMap::new));
    }
}
