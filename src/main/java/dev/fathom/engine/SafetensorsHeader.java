package dev.fathom.engine;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The JSON header of a safetensors file, checked against the size of the file: known element types, shapes that agree
 * with the byte ranges, ranges that fill the data without a gap or an overlap.
 */
record SafetensorsHeader(List<Entry> entries, Map<String, String> metadata) {
    static final String METADATA = "__metadata__";

    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    /** One tensor; the range is relative to the end of the header. */
    record Entry(String name, ElementType type, List<Integer> dims, long begin, long end) {
        int elements() {
            return (int) ((end - begin) / type.bytes());
        }
    }

    /**
     * @param dataBytes what follows the header in the file
     * @throws IllegalArgumentException with what is wrong
     */
    static SafetensorsHeader parse(byte[] json, long dataBytes) {
        JsonNode root = read(json);
        if (!root.isObject()) {
            throw new IllegalArgumentException("its header is not a JSON object");
        }
        List<Entry> entries = new ArrayList<>();
        Map<String, String> metadata = new LinkedHashMap<>();
        root.properties().forEach(field -> {
            if (field.getKey().equals(METADATA)) {
                field.getValue()
                        .properties()
                        .forEach(m -> metadata.put(m.getKey(), m.getValue().asText()));
            } else {
                entries.add(entry(field.getKey(), field.getValue()));
            }
        });
        entries.sort(Comparator.comparingLong(Entry::begin).thenComparingLong(Entry::end));
        requireContiguous(entries, dataBytes);
        return new SafetensorsHeader(List.copyOf(entries), metadata);
    }

    private static JsonNode read(byte[] json) {
        try {
            return JSON.readTree(json);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("its header is not valid JSON (" + e.getOriginalMessage() + ")", e);
        } catch (IOException e) {
            throw new IllegalArgumentException("its header is not valid JSON", e);
        }
    }

    private static Entry entry(String name, JsonNode node) {
        String dtype = node.path("dtype").asText();
        ElementType type = ElementType.named(dtype)
                .orElseThrow(() -> new IllegalArgumentException(
                        "tensor " + name + " has the element type \"" + dtype + "\", which is not supported"));
        List<Integer> dims = new ArrayList<>();
        long elements = 1;
        for (JsonNode dim : required(name, node, "shape")) {
            int size = (int) wholeNumber(name, dim, Integer.MAX_VALUE);
            dims.add(size);
            elements = elements * size;
            if (elements > Integer.MAX_VALUE) {
                throw new IllegalArgumentException("tensor " + name + " is too large");
            }
        }
        JsonNode offsets = required(name, node, "data_offsets");
        long begin = wholeNumber(name, offsets.path(0), Long.MAX_VALUE);
        long end = wholeNumber(name, offsets.path(1), Long.MAX_VALUE);
        if (offsets.size() != 2 || end < begin || end - begin != elements * type.bytes()) {
            throw new IllegalArgumentException("the bytes of tensor " + name + " do not agree with its shape");
        }
        return new Entry(name, type, List.copyOf(dims), begin, end);
    }

    private static JsonNode required(String name, JsonNode node, String field) {
        JsonNode value = node.path(field);
        if (!value.isArray()) {
            throw new IllegalArgumentException("tensor " + name + " has no " + field);
        }
        return value;
    }

    private static long wholeNumber(String name, JsonNode node, long limit) {
        if (!node.isIntegralNumber() || !node.canConvertToLong() || node.longValue() < 0 || node.longValue() > limit) {
            throw new IllegalArgumentException("tensor " + name + " has an impossible shape or position");
        }
        return node.longValue();
    }

    private static void requireContiguous(List<Entry> sorted, long dataBytes) {
        long position = 0;
        for (Entry entry : sorted) {
            if (entry.begin != position) {
                throw new IllegalArgumentException("tensor " + entry.name
                        + (entry.begin < position ? " overlaps another one" : " leaves a gap before it"));
            }
            position = entry.end;
        }
        if (position != dataBytes) {
            throw new IllegalArgumentException(
                    "its tensors take " + position + " bytes, but the file holds " + dataBytes);
        }
    }
}
