package dev.fathom.run;

import com.fasterxml.jackson.core.io.IOContext;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.fasterxml.jackson.dataformat.yaml.YAMLGenerator;
import java.io.IOException;
import java.io.Writer;
import java.util.Collection;
import org.yaml.snakeyaml.DumperOptions.FlowStyle;

/** YAML with numbers side by side: {@code - [240, 384]} where Jackson writes each below the other, as {@code - - 240}. */
final class YamlWriting extends YAMLFactory {
    private static final long serialVersionUID = 1L;

    @Override
    protected YAMLGenerator _createGenerator(Writer out, IOContext context) throws IOException {
        return new Generator(this, context, out);
    }

    private static final class Generator extends YAMLGenerator {
        Generator(YamlWriting factory, IOContext context, Writer out) throws IOException {
            super(
                    context,
                    factory._generatorFeatures,
                    factory._yamlGeneratorFeatures,
                    factory._quotingChecker,
                    factory._objectCodec,
                    out,
                    factory._version);
        }

        @Override
        public void writeStartArray(Object value, int size) throws IOException {
            boolean numbers = value instanceof Collection<?> list
                    && !list.isEmpty()
                    && list.stream().allMatch(Number.class::isInstance);
            _outputOptions.setDefaultFlowStyle(numbers ? FlowStyle.FLOW : FlowStyle.BLOCK);
            super.writeStartArray(value, size);
            _outputOptions.setDefaultFlowStyle(FlowStyle.BLOCK);
        }
    }
}
