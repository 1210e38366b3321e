package dev.fathom.export.tflite;

import dev.fathom.core.AtomicFiles;
import dev.fathom.core.Sha256;
import dev.fathom.core.UserException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.tensorflow.lite.schema.Model;

/**
 * A TFLite file, read and checked in plain Java: nothing of it reaches the native runtime before its structure is known
 * to hold together.
 */
public final class TfliteModel {
    private static final long LARGEST = 1L << 30;

    private final String source;
    private final byte[] bytes;
    private final List<ModelGraph> graphs;
    private final List<ModelSignature> signatures;
    private final Map<String, String> description;
    private final ModelNotes notes;

    private TfliteModel(String source, byte[] bytes) {
        this.source = source;
        this.bytes = bytes;
        try {
            ByteBuffer buffer = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
            ModelCheck.requireHeader(buffer);
            Model model = Model.getRootAsModel(buffer);
            ModelCheck.requireSound(model, bytes.length);
            this.graphs = ModelGraph.all(model);
            this.signatures = ModelSignature.all(model);
            this.description = ModelDescription.of(model);
            this.notes = ModelNotes.of(model);
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
            if (Files.size(file) > LARGEST) {
                throw new UserException(file + " is larger than 1 GB", "Fathom looks into files up to that size");
            }
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
        return Sha256.of(bytes);
    }

    /** Writes the bytes as a file, as a whole. */
    public void write(Path file) throws IOException {
        AtomicFiles.write(file, bytes);
    }

    /** The file's graphs; the first one is the model. */
    public List<ModelGraph> graphs() {
        return graphs;
    }

    /** The ways to call it by names. */
    public List<ModelSignature> signatures() {
        return signatures;
    }

    /** What the file says about itself in words, by the kind of fact. */
    public Map<String, String> description() {
        return description;
    }

    /** What the file says about its numbers. */
    public ModelNotes notes() {
        return notes;
    }

    /** What the model takes. */
    public List<ModelTensor> inputs() {
        return main().inputs();
    }

    /** What the model gives. */
    public List<ModelTensor> outputs() {
        return main().outputs();
    }

    /** Tensors of the main graph, in the file's order. */
    public List<ModelTensor> tensors() {
        return main().tensors();
    }

    /** Operations of the main graph in the order they run. */
    public List<ModelOperator> operators() {
        return main().operators();
    }

    /**
     * Whether it computes with whole numbers alone, so that every processor gives the same bits. Floats may occur where
     * none of them is rounded: turned into whole numbers and back, compared, copied.
     */
    public boolean isInteger() {
        return graphs.size() == 1 && main().isInteger();
    }

    private ModelGraph main() {
        return graphs.get(0);
    }

    /** How often each operation of the main graph occurs, by name. */
    public Map<String, Integer> operatorCounts() {
        return operators().stream().collect(Collectors.toMap(ModelOperator::code, op -> 1, Integer::sum, TreeMap::new));
    }
}
