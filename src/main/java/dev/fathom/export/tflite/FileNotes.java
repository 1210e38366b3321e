package dev.fathom.export.tflite;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.tensorflow.lite.support.metadata.schema.ColorSpaceType;
import org.tensorflow.lite.support.metadata.schema.ContentProperties;
import org.tensorflow.lite.support.metadata.schema.ContentPropertiesUnion;
import org.tensorflow.lite.support.metadata.schema.ContentT;
import org.tensorflow.lite.support.metadata.schema.FeaturePropertiesT;
import org.tensorflow.lite.support.metadata.schema.ImagePropertiesT;
import org.tensorflow.lite.support.metadata.schema.ModelMetadataT;
import org.tensorflow.lite.support.metadata.schema.NormalizationOptionsT;
import org.tensorflow.lite.support.metadata.schema.ProcessUnitOptions;
import org.tensorflow.lite.support.metadata.schema.ProcessUnitOptionsUnion;
import org.tensorflow.lite.support.metadata.schema.ProcessUnitT;
import org.tensorflow.lite.support.metadata.schema.StatsT;
import org.tensorflow.lite.support.metadata.schema.SubGraphMetadataT;
import org.tensorflow.lite.support.metadata.schema.TensorMetadataT;

/**
 * What a file says about itself, in its description and as TFLite metadata (the schema of TensorFlow Lite's support
 * library), which other tools show and read.
 *
 * @param name of the network
 * @param description one line on what it is and who made it
 * @param version of who made it
 * @param input the picture
 * @param output the depth
 */
public record FileNotes(String name, String description, String version, Tensor input, Tensor output) {
    /** Name under which readers look for the notes. */
    static final String BUFFER = "TFLITE_METADATA";

    /** Name under which runtimes look for the oldest one that can run the file. */
    static final String RUNTIME_BUFFER = "min_runtime_version";

    /** The oldest runtime that was seen running such files (docs/export.md). */
    private static final String OLDEST_RUNTIME = "2.9.0";

    private static final int RUNTIME_BYTES = 16;
    private static final String PARSER = "1.0.0";

    /**
     * An input or output.
     *
     * @param description content and units
     * @param low smallest value, NaN if unknown
     * @param high largest value, NaN if unknown
     */
    public record Tensor(String name, String description, double low, double high) {}

    ByteBuffer metadata() {
        SubGraphMetadataT graph = new SubGraphMetadataT();
        graph.setName("main");
        graph.setInputTensorMetadata(new TensorMetadataT[] {picture()});
        graph.setOutputTensorMetadata(new TensorMetadataT[] {depth()});
        ModelMetadataT model = new ModelMetadataT();
        model.setName(name);
        model.setDescription(description);
        model.setVersion(version);
        model.setAuthor("Fathom");
        model.setMinParserVersion(PARSER);
        model.setSubgraphMetadata(new SubGraphMetadataT[] {graph});
        return ByteBuffer.wrap(model.serializeToBinary());
    }

    /** Nothing is to be done to pixels before they are fed: mean 0 and deviation 1 say that. */
    private TensorMetadataT picture() {
        ImagePropertiesT image = new ImagePropertiesT();
        image.setColorSpace(ColorSpaceType.RGB);
        NormalizationOptionsT none = new NormalizationOptionsT();
        none.setMean(new float[] {0});
        none.setStd(new float[] {1});
        ProcessUnitOptionsUnion options = new ProcessUnitOptionsUnion();
        options.setType(ProcessUnitOptions.NormalizationOptions);
        options.setValue(none);
        ProcessUnitT unit = new ProcessUnitT();
        unit.setOptions(options);
        TensorMetadataT metadata = tensor(input, ContentProperties.ImageProperties, image);
        metadata.setProcessUnits(new ProcessUnitT[] {unit});
        return metadata;
    }

    private TensorMetadataT depth() {
        return tensor(output, ContentProperties.FeatureProperties, new FeaturePropertiesT());
    }

    private static TensorMetadataT tensor(Tensor tensor, byte type, Object properties) {
        ContentPropertiesUnion union = new ContentPropertiesUnion();
        union.setType(type);
        union.setValue(properties);
        ContentT content = new ContentT();
        content.setContentProperties(union);
        TensorMetadataT metadata = new TensorMetadataT();
        metadata.setName(tensor.name());
        metadata.setDescription(tensor.description());
        metadata.setDimensionNames(new String[] {"batch", "height", "width", "channel"});
        metadata.setContent(content);
        if (!Double.isNaN(tensor.low())) {
            StatsT stats = new StatsT();
            stats.setMin(new float[] {(float) tensor.low()});
            stats.setMax(new float[] {(float) tensor.high()});
            metadata.setStats(stats);
        }
        return metadata;
    }

    /** Padded with zeros, as runtimes read it. */
    static ByteBuffer oldestRuntime() {
        return ByteBuffer.wrap(Arrays.copyOf(OLDEST_RUNTIME.getBytes(StandardCharsets.US_ASCII), RUNTIME_BYTES));
    }
}
