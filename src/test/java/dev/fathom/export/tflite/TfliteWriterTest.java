package dev.fathom.export.tflite;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.fathom.core.ImageSize;
import dev.fathom.export.TestModels;
import dev.fathom.export.ir.LiteGraph;
import dev.fathom.export.lowering.Lowering;
import dev.fathom.export.pass.Passes;
import dev.fathom.graph.Graph;
import dev.fathom.network.Architectures;
import java.nio.ByteBuffer;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.tensorflow.lite.schema.Buffer;
import org.tensorflow.lite.schema.Model;
import org.tensorflow.lite.schema.SignatureDef;

class TfliteWriterTest {
    private final byte[] bytes = write();

    private static byte[] write() {
        Graph graph = Architectures.named("litedepth").build(ImageSize.VGA);
        LiteGraph plain = new Lowering().lower(graph, TestModels.trainedLike(graph, 1));
        return TfliteWriter.write(Passes.apply(Passes.forFloat(), plain), "a test");
    }

    @Test
    void theSameNetworkGivesTheSameBytes() {
        assertArrayEquals(bytes, write());
    }

    @Test
    void weightsLieAtSixteenBytes() {
        Model model = Model.getRootAsModel(ByteBuffer.wrap(bytes));
        for (int i = 1; i < model.buffersLength(); i++) {
            Buffer buffer = model.buffers(i);
            assertTrue(buffer.dataLength() > 0);
            assertEquals(0, buffer.dataAsByteBuffer().position() % 16, "buffer " + i);
        }
        assertEquals(0, model.buffers(0).dataLength());
    }

    @Test
    void theSignatureNamesInputAndOutput() {
        Model model = Model.getRootAsModel(ByteBuffer.wrap(bytes));
        assertEquals("a test", model.description());
        SignatureDef signature = model.signatureDefs(0);
        assertEquals("serving_default", signature.signatureKey());
        assertEquals("image", signature.inputs(0).name());
        assertEquals("depth", signature.outputs(0).name());
        assertEquals(model.subgraphs(0).outputs(0), signature.outputs(0).tensorIndex());
        TfliteModel read = TfliteModel.of("test.tflite", bytes);
        assertEquals(List.of(1, 480, 640, 3), read.inputs().get(0).dims());
        assertEquals("image", read.inputs().get(0).name());
        assertEquals("depth", read.outputs().get(0).name());
        assertEquals(List.of(1, 480, 640, 1), read.outputs().get(0).dims());
    }

    @Test
    void theFoldedNetworkIsAsSmallAsThePaperSays() {
        long weights = 382_473L * Float.BYTES;
        assertTrue(bytes.length > weights && bytes.length < weights + 50_000, bytes.length + " bytes");
    }

    @Test
    void theRuntimesOwnKernelsComputeTheSame() {
        TfliteModel model = TfliteModel.of("test.tflite", bytes);
        float[] image = TestModels.picture(480, 640);
        try (TfliteInterpreter fast = new TfliteInterpreter(model, 2);
                TfliteInterpreter plain = new TfliteInterpreter(model, 1, false)) {
            assertEquals(0, plain.delegation().partitions());
            assertEquals(
                    model.operators().size(), plain.delegation().notDelegated().size());
            assertTrue(TestModels.relativeError(plain.run(image), fast.run(image)) < 1e-5);
        }
    }
}
