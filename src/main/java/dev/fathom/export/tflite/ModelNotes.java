package dev.fathom.export.tflite;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.tensorflow.lite.schema.Metadata;
import org.tensorflow.lite.schema.Model;
import org.tensorflow.lite.support.metadata.schema.ModelMetadata;
import org.tensorflow.lite.support.metadata.schema.NormalizationOptions;
import org.tensorflow.lite.support.metadata.schema.ProcessUnit;
import org.tensorflow.lite.support.metadata.schema.ProcessUnitOptions;
import org.tensorflow.lite.support.metadata.schema.SubGraphMetadata;
import org.tensorflow.lite.support.metadata.schema.TensorMetadata;

/**
 * What a file's TFLite metadata says about its first input and its first output.
 *
 * @param normalisation what is to be done with pixels from 0 to 255, if it is said
 * @param output in words what the output is, if it is said
 */
public record ModelNotes(Optional<Normalisation> normalisation, Optional<String> output) {
    /** Nothing. */
    public static final ModelNotes NONE = new ModelNotes(Optional.empty(), Optional.empty());

    /** {@code (pixel - mean) / deviation}; one value for all channels or one for each. */
    public record Normalisation(List<Double> mean, List<Double> deviation) {}

    /** Nothing if there are none, or they are damaged: no structural check covers them. */
    static ModelNotes of(Model model) {
        try {
            for (int i = 0; i < model.metadataLength(); i++) {
                Metadata metadata = model.metadata(i);
                if (FileNotes.BUFFER.equals(metadata.name()) && metadata.buffer() < model.buffersLength()) {
                    return read(model.buffers((int) metadata.buffer()).dataAsByteBuffer());
                }
            }
            return NONE;
        } catch (RuntimeException e) {
            // An offset in a damaged table may lead anywhere, which shows as whatever it stumbles on.
            return NONE;
        }
    }

    private static ModelNotes read(ByteBuffer data) {
        if (data == null) {
            return NONE;
        }
        ByteBuffer own = data.order(ByteOrder.LITTLE_ENDIAN).slice().order(ByteOrder.LITTLE_ENDIAN);
        SubGraphMetadata graph = ModelMetadata.getRootAsModelMetadata(own).subgraphMetadata(0);
        if (graph == null) {
            return NONE;
        }
        Optional<Normalisation> normalisation =
                graph.inputTensorMetadataLength() == 0 ? Optional.empty() : normalisation(graph.inputTensorMetadata(0));
        Optional<String> output = graph.outputTensorMetadataLength() == 0
                ? Optional.empty()
                : Optional.ofNullable(graph.outputTensorMetadata(0).description());
        return new ModelNotes(normalisation, output);
    }

    private static Optional<Normalisation> normalisation(TensorMetadata tensor) {
        for (int i = 0; i < tensor.processUnitsLength(); i++) {
            ProcessUnit unit = tensor.processUnits(i);
            if (unit.optionsType() == ProcessUnitOptions.NormalizationOptions) {
                NormalizationOptions options = (NormalizationOptions) unit.options(new NormalizationOptions());
                List<Double> mean = new ArrayList<>();
                List<Double> deviation = new ArrayList<>();
                for (int c = 0; c < options.meanLength(); c++) {
                    mean.add((double) options.mean(c));
                }
                for (int c = 0; c < options.stdLength(); c++) {
                    deviation.add((double) options.std(c));
                }
                return Optional.of(new Normalisation(mean, deviation));
            }
        }
        return Optional.empty();
    }
}
