package dev.fathom.engine;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.fathom.core.UserException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SafetensorsTest {
    @TempDir
    Path folder;

    @Test
    void whatIsWrittenIsReadBackBitForBit() throws IOException {
        float[] many = new float[3 * 700_001];
        for (int i = 0; i < many.length; i++) {
            many[i] = (float) Math.sin(i);
        }
        Map<String, WeightTensor> tensors = new LinkedHashMap<>();
        tensors.put("layer.weight", new WeightTensor(List.of(3, 700_001), many));
        tensors.put("step", new WeightTensor(List.of(), new float[] {7}));
        tensors.put("exp_avg/ä \"quoted\"", new WeightTensor(List.of(2), new float[] {-0f, Float.NaN}));
        tensors.put("empty", new WeightTensor(List.of(0, 4), new float[0]));
        Path file = folder.resolve("größe 1.safetensors");
        new Weights("test", tensors, Map.of("network", "litedepth")).write(file);
        Weights read = Weights.read(file);
        assertEquals(List.copyOf(tensors.keySet()), List.copyOf(read.tensors().keySet()));
        assertEquals(Map.of("network", "litedepth"), read.metadata());
        tensors.forEach((name, tensor) -> {
            assertEquals(tensor.dims(), read.tensor(name).dims());
            assertArrayEquals(tensor.values(), read.tensor(name).values());
        });
        assertEquals(
                1, Float.floatToRawIntBits(read.tensor("exp_avg/ä \"quoted\"").values()[0]) >>> 31, "sign of -0");
    }

    @Test
    void tensorsBeginAtAMultipleOfEightBytes() throws IOException {
        Path file = folder.resolve("a.safetensors");
        new Weights("test", Map.of("w", new WeightTensor(List.of(1), new float[] {1})), Map.of()).write(file);
        ByteBuffer bytes = ByteBuffer.wrap(Files.readAllBytes(file)).order(ByteOrder.LITTLE_ENDIAN);
        long header = bytes.getLong();
        assertEquals(0, header % 8);
        assertEquals(8 + header + 4, bytes.capacity());
        assertEquals(1f, bytes.getFloat((int) (8 + header)));
    }

    @Test
    void halfBrainDoubleAndIntegerTensorsBecomeFloats() throws IOException {
        String header =
                """
                {"h":{"dtype":"F16","shape":[6],"data_offsets":[0,12]},
                 "b":{"dtype":"BF16","shape":[2],"data_offsets":[12,16]},
                 "d":{"dtype":"F64","shape":[1],"data_offsets":[16,24]},
                 "bn.num_batches_tracked":{"dtype":"I64","shape":[],"data_offsets":[24,32]},
                 "i":{"dtype":"I64","shape":[1],"data_offsets":[32,40]}}""";
        ByteBuffer data = ByteBuffer.allocate(40).order(ByteOrder.LITTLE_ENDIAN);
        for (int bits : new int[] {0x3c00, 0xc000, 0x0001, 0x7bff, 0xfc00, 0x8000}) {
            data.putShort((short) bits);
        }
        data.putShort((short) 0x3fc0).putShort((short) 0xc2f7);
        data.putDouble(0.1).putLong(99).putLong(-5);
        Weights weights = Weights.read(file(header, data.array()));
        float[] halves = {1f, -2f, (float) Math.pow(2, -24), 65504f, Float.NEGATIVE_INFINITY, -0f};
        assertArrayEquals(halves, weights.tensor("h").values());
        assertArrayEquals(new float[] {1.5f, -123.5f}, weights.tensor("b").values());
        assertArrayEquals(new float[] {0.1f}, weights.tensor("d").values());
        assertArrayEquals(new float[] {-5f}, weights.tensor("i").values());
        assertFalse(weights.tensors().containsKey("bn.num_batches_tracked"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            textBlock =
                    """
                    not json at all                                              | not valid JSON
                    [1]                                                          | not a JSON object
                    {"a":1}                                                      | element type ""
                    {"a":{"dtype":"F8_E4M3","shape":[8],"data_offsets":[0,8]}}   | element type "F8_E4M3", which is not supported
                    {"a":{"dtype":"F32","shape":[3],"data_offsets":[0,8]}}       | do not agree with its shape
                    {"a":{"dtype":"F32","shape":[2],"data_offsets":[8,0]}}       | do not agree with its shape
                    {"a":{"dtype":"F32","shape":[2],"data_offsets":[0]}}         | impossible shape or position
                    {"a":{"dtype":"F32","shape":[2],"data_offsets":[0,8,16]}}    | do not agree with its shape
                    {"a":{"dtype":"F32","shape":[-2],"data_offsets":[0,8]}}      | impossible shape or position
                    {"a":{"dtype":"F32","shape":[1.5],"data_offsets":[0,8]}}     | impossible shape or position
                    {"a":{"dtype":"F32","shape":[2147483647,4],"data_offsets":[0,8]}} | is too large
                    {"a":{"dtype":"F32","shape":[99999999999],"data_offsets":[0,8]}}  | impossible shape or position
                    {"a":{"dtype":"F32","shape":[4],"data_offsets":[0,16]}}      | take 16 bytes, but the file holds 8
                    {"a":{"dtype":"F32","shape":[1],"data_offsets":[0,4]}}       | take 4 bytes, but the file holds 8
                    {"a":{"dtype":"F32","shape":[1],"data_offsets":[4,8]}}       | leaves a gap
                    {"a":{"dtype":"F32","shape":[2],"data_offsets":[0,8]},"b":{"dtype":"F32","shape":[1],"data_offsets":[4,8]}} | overlaps
                    {"a":{"dtype":"F32","shape":[1],"data_offsets":[0,4]},"a":{"dtype":"F32","shape":[1],"data_offsets":[4,8]}} | not valid JSON
                    {"a":{"dtype":"F32","shape":[2],"data_offsets":[0,8]}} x     | not valid JSON
                    """)
    void aMalformedHeaderIsRefusedInASentence(String header, String reason) throws IOException {
        refused(file(header, new byte[8]), reason);
    }

    @Test
    void aHeaderLengthBeyondTheFileIsRefusedBeforeAnythingIsAllocated() throws IOException {
        for (long length : new long[] {Long.MAX_VALUE, -1, 1L << 40, 17, 0, 1}) {
            Path file = folder.resolve("hostile");
            Files.write(file, withLength(length, new byte[16]));
            refused(file, "its header is said to have " + Long.toUnsignedString(length) + " of the file's 24 bytes");
        }
        Path stub = Files.write(folder.resolve("stub"), new byte[7]);
        refused(stub, "it has only 7 bytes");
        refused(Files.write(folder.resolve("empty"), new byte[0]), "it has only 0 bytes");
    }

    @Test
    void aDeeplyNestedHeaderIsRefused() throws IOException {
        refused(file("{\"a\":" + "[".repeat(100_000) + "]".repeat(100_000) + "}", new byte[0]), "not valid JSON");
    }

    @Test
    void aPyTorchPickleIsRefusedWithTheWayToConvertIt() throws IOException {
        UserException zip = refused(Files.writeString(folder.resolve("a.pth"), "PK\3\4 and so on"), "PyTorch file");
        assertTrue(zip.remedy().contains("save_file"), zip.remedy());
        byte[] pickle = "..ctorch._utils\n_rebuild".getBytes(StandardCharsets.ISO_8859_1);
        pickle[0] = (byte) 0x80;
        pickle[1] = 2;
        refused(Files.write(folder.resolve("b.pth"), pickle), "PyTorch file");
    }

    /** The length 640 begins with the bytes 80 02, as a pickle does. */
    @Test
    void aHeaderWhoseLengthLooksLikeAPickleIsRead() throws IOException {
        String header = "{\"a\":{\"dtype\":\"F32\",\"shape\":[1],\"data_offsets\":[0,4]}}";
        Path file = file(header + " ".repeat(640 - header.length()), new byte[4]);
        assertArrayEquals(new float[1], Weights.read(file).tensor("a").values());
    }

    @Test
    void aMissingFileIsNamed() {
        UserException e = assertThrows(UserException.class, () -> Weights.read(folder.resolve("none.safetensors")));
        assertTrue(e.sentence().contains("none.safetensors"), e.sentence());
    }

    private static UserException refused(Path file, String reason) {
        UserException e = assertThrows(UserException.class, () -> Weights.read(file));
        assertTrue(e.sentence().contains(file.toString()), e.sentence());
        assertTrue(e.sentence().contains(reason), e.sentence());
        return e;
    }

    private Path file(String header, byte[] data) throws IOException {
        byte[] json = header.getBytes(StandardCharsets.UTF_8);
        ByteBuffer body =
                ByteBuffer.allocate(json.length + data.length).put(json).put(data);
        return Files.write(folder.resolve("given.safetensors"), withLength(json.length, body.array()));
    }

    private static byte[] withLength(long length, byte[] body) {
        ByteBuffer all = ByteBuffer.allocate(8 + body.length).order(ByteOrder.LITTLE_ENDIAN);
        return all.putLong(length).put(body).array();
    }
}
