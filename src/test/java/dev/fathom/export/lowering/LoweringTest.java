package dev.fathom.export.lowering;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.fathom.core.ImageSize;
import dev.fathom.core.UserException;
import dev.fathom.engine.Weights;
import dev.fathom.export.TestModels;
import dev.fathom.export.ir.LiteGraph;
import dev.fathom.export.ir.Shape;
import dev.fathom.graph.Graph;
import dev.fathom.graph.Input;
import dev.fathom.network.Architectures;
import java.util.Map;
import org.junit.jupiter.api.Test;

class LoweringTest {
    private final Graph litedepth = Architectures.named("litedepth").build(ImageSize.VGA);

    @Test
    void onlyWhatTheMainOutputNeedsIsLowered() {
        LiteGraph lowered = new Lowering().lower(litedepth, Weights.initial(litedepth, 1));
        assertEquals(Map.of("image", Shape.map(480, 640, 3)), lowered.inputs());
        assertEquals(Map.of("depth", "upsample"), lowered.outputs());
        assertEquals(Shape.map(480, 640, 1), lowered.shape("upsample"));
    }

    @Test
    void anOperationWithoutATfliteFormIsRefusedByName() {
        Lowering inputsOnly = new Lowering(Map.of(Input.class, (node, draft) -> draft.input(node)));
        UserException e = assertThrows(
                UserException.class, () -> inputsOnly.lower(litedepth, TestModels.trainedLike(litedepth, 1)));
        assertEquals(
                "litedepth cannot be exported: resize is a bilinear resize (aligned corners), which has no TFLite form."
                        + " Use it as a teacher and export the student that learns from it.",
                e.sentence());
    }

    @Test
    void aTransformerIsATeacherOnly() {
        Graph swin = Architectures.named("swin_t+light").build(ImageSize.VGA);
        UserException e = assertThrows(UserException.class, () -> new Lowering().lower(swin, Weights.initial(swin, 1)));
        assertEquals(
                "swin_t+light cannot be exported: backbone.patch_embed.norm is a layer normalisation, which has no TFLite"
                        + " form. Use it as a teacher and export the student that learns from it.",
                e.sentence());
    }

    @Test
    void weightsOfAnotherNetworkAreRefused() {
        Graph resnet = Architectures.named("resnet18-light").build(ImageSize.VGA);
        UserException e =
                assertThrows(UserException.class, () -> new Lowering().lower(litedepth, Weights.initial(resnet, 1)));
        assertTrue(e.what().contains("conv_stem.weight"), e.sentence());
    }
}
