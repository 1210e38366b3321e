package dev.fathom.export.tflite;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import org.tensorflow.lite.schema.Metadata;
import org.tensorflow.lite.schema.Model;
import org.tensorflow.lite.support.metadata.schema.ModelMetadata;

/** What a file says about itself in words: its description and its metadata. */
final class ModelDescription {
    private static final String TASK_METADATA = "TFLITE_METADATA";
    private static final String RUNTIME_VERSION = "min_runtime_version";

    private final Map<String, String> facts = new LinkedHashMap<>();

    private ModelDescription() {}

    /** Kind of fact and its text. */
    static Map<String, String> of(Model model) {
        ModelDescription description = new ModelDescription();
        description.add("description", model.description());
        for (int i = 0; i < model.metadataLength(); i++) {
            Metadata metadata = model.metadata(i);
            boolean held = metadata.buffer() < model.buffersLength();
            ByteBuffer data = held ? model.buffers((int) metadata.buffer()).dataAsByteBuffer() : null;
            description.add(metadata.name() == null ? "metadata " + i : metadata.name(), data);
        }
        return description.facts;
    }

    private void add(String name, ByteBuffer data) {
        if (data == null) {
            add(name, "empty");
        } else if (name.equals(RUNTIME_VERSION)) {
            // Padded with zeros.
            add(
                    "least runtime version",
                    StandardCharsets.UTF_8.decode(data).toString().replace("\0", ""));
        } else if (name.equals(TASK_METADATA)) {
            add(data.order(ByteOrder.LITTLE_ENDIAN).slice().order(ByteOrder.LITTLE_ENDIAN));
        } else {
            add(name, data.remaining() + " bytes");
        }
    }

    private void add(ByteBuffer data) {
        try {
            ModelMetadata metadata = ModelMetadata.getRootAsModelMetadata(data);
            add("name", metadata.name());
            add("about", metadata.description());
            add("model version", metadata.version());
            add("author", metadata.author());
            add("license", metadata.license());
        } catch (RuntimeException e) {
            // Nobody's structural check covers this table within a buffer: an offset may lead anywhere.
            facts.put(TASK_METADATA, data.capacity() + " bytes, damaged");
        }
    }

    private void add(String name, String text) {
        if (text != null && !text.isBlank()) {
            facts.put(name, text);
        }
    }
}
