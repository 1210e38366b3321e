package dev.fathom.export.tflite;

import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.flatbuffers.Table;
import dev.fathom.core.UserException;
import dev.fathom.export.TestModels;
import dev.fathom.export.lowering.Lowering;
import dev.fathom.graph.Graph;
import dev.fathom.graph.GraphBuilder;
import dev.fathom.graph.Padding;
import dev.fathom.graph.Tensor;
import dev.fathom.graph.TensorShape;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tensorflow.lite.schema.Model;
import org.tensorflow.lite.schema.SubGraph;

class BrokenModelTest {
    private final byte[] sound = sound();

    private static byte[] sound() {
        GraphBuilder b = new GraphBuilder("small");
        Tensor x = b.input("x", TensorShape.chw(3, 8, 8));
        x = b.conv("conv", x, 4, 3, 2, new Padding.Same(), true);
        b.output("out", b.relu("relu", b.depthwise("dw", x, 3, 1, new Padding.Same())));
        Graph graph = b.build();
        return TfliteWriter.write(new Lowering().lower(graph, TestModels.trainedLike(graph, 1)), "small");
    }

    @Test
    void aFileCutAnywhereIsRefusedInASentence() {
        for (int length = 0; length < sound.length; length++) {
            byte[] cut = Arrays.copyOf(sound, length);
            UserException e = assertThrows(UserException.class, () -> load(cut), length + " bytes");
            assertTrue(e.what().startsWith("cut.tflite "), e.sentence());
        }
    }

    private static void load(byte[] bytes) {
        new TfliteInterpreter(TfliteModel.of("cut.tflite", bytes), 1).close();
    }

    @Test
    void randomDamageIsAcceptedOrRefusedButNeverAnotherError() {
        SplittableRandom random = new SplittableRandom(7);
        int refused = 0;
        for (int i = 0; i < 2000; i++) {
            byte[] damaged = sound.clone();
            for (int k = 0; k < 4; k++) {
                damaged[random.nextInt(damaged.length)] = (byte) random.nextInt();
            }
            try {
                TfliteModel.of("damaged.tflite", damaged);
            } catch (UserException e) {
                refused++;
            }
        }
        assertTrue(refused > 500, refused + " refused");
    }

    @Test
    void aPictureIsNotAModel(@TempDir Path folder) throws IOException {
        Path file = folder.resolve("photo.tflite");
        Files.write(file, new byte[4096]);
        UserException e = assertThrows(UserException.class, () -> TfliteModel.read(file));
        assertTrue(e.what().endsWith("it does not begin as a TFLite file does"), e.sentence());
    }

    @Test
    void aMissingFileIsNamed(@TempDir Path folder) {
        UserException e = assertThrows(UserException.class, () -> TfliteModel.read(folder.resolve("none.tflite")));
        assertTrue(e.what().startsWith("There is no file "), e.sentence());
    }

    @Test
    void aStrideOfZeroIsRefused() {
        requireRefusal(
                model -> {
                    Located options = (Located) model.subgraphs(0).operators(0).builtinOptions(new Located());
                    return new Patch(options.field(6), 0);
                },
                "has a stride or window of 0");
    }

    @Test
    void anOperationThatReadsWhatComesLaterIsRefused() {
        requireRefusal(
                model -> {
                    SubGraph graph = model.subgraphs(0);
                    int input = graph.operators(0).inputsAsByteBuffer().position();
                    return new Patch(input, graph.operators(1).outputs(0));
                },
                "reads what is not computed yet");
    }

    @Test
    void aTensorThatDoesNotExistIsRefused() {
        requireRefusal(
                model -> new Patch(
                        model.subgraphs(0).operators(1).inputsAsByteBuffer().position(), 99),
                "names a tensor that does not exist");
    }

    @Test
    void weightsShorterThanTheirShapeAreRefused() {
        requireRefusal(
                model -> {
                    SubGraph graph = model.subgraphs(0);
                    int weight = graph.operators(0).inputs(1);
                    return new Patch(graph.tensors(weight).shapeAsByteBuffer().position(), 5);
                },
                "bytes instead of");
    }

    @Test
    void aResultOfAnotherShapeThanTheInputsGiveIsRefused() {
        requireRefusal(
                model -> {
                    SubGraph graph = model.subgraphs(0);
                    int result = graph.operators(1).outputs(0);
                    return new Patch(graph.tensors(result).shapeAsByteBuffer().position() + 4, 5);
                },
                "gives [1, 4, 4, 4], not [1, 5, 4, 4]");
    }

    @Test
    void anOperationWithoutItsInputsIsRefused() {
        requireRefusal(
                model -> new Patch(
                        model.subgraphs(0).operators(1).inputsAsByteBuffer().position() - Integer.BYTES, 0),
                "lacks an input");
    }

    /** Four bytes to be overwritten. */
    private record Patch(int position, int value) {}

    private interface Damage {
        Patch find(Model model);
    }

    private void requireRefusal(Damage damage, String reason) {
        byte[] bytes = sound.clone();
        Patch patch = damage.find(Model.getRootAsModel(ByteBuffer.wrap(bytes)));
        ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).putInt(patch.position, patch.value);
        UserException e = assertThrows(UserException.class, () -> TfliteModel.of("patched.tflite", bytes));
        assertTrue(e.what().contains(reason), e.sentence());
    }

    /** Tells where in the file a field of an options table lies. */
    private static final class Located extends Table {
        /** @param slot 4 for the first field, 6 for the second and so on */
        int field(int slot) {
            return bb_pos + __offset(slot);
        }
    }
}
