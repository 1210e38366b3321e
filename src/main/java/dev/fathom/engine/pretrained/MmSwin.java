package dev.fathom.engine.pretrained;

import dev.fathom.engine.WeightTensor;
import java.util.Map;
import java.util.Set;

/**
 * Swin of the mm toolboxes (mmsegmentation, mmdetection, MDE-Toolbox): {@code stages.L.blocks.B.attn.w_msa} and {@code
 * ffn.layers} where the official code has {@code layers.L.blocks.B.attn} and {@code mlp}. Their mergings gather the
 * four places by {@code Unfold}, channel by channel, so the 4 C columns of {@code reduction} and the values of its
 * {@code norm} stand in another order (mmseg/models/backbones/swin.py; tools/model_converters/swin2mmseg.py).
 */
final class MmSwin implements NameMap {
    /** Places in the official order (row, column) 00, 10, 01, 11 as numbers in Unfold's 00, 01, 10, 11. */
    private static final int[] UNFOLDED = {0, 2, 1, 3};

    private static final RenamedParts NAMES = RenamedParts.of(
            "^patch_embed\\.projection\\.", "patch_embed.proj.",
            "^stages\\.(\\d+\\.blocks\\.\\d+)\\.attn\\.w_msa\\.", "layers.$1.attn.",
            "^stages\\.(\\d+\\.blocks\\.\\d+)\\.ffn\\.layers\\.0\\.0\\.", "layers.$1.mlp.fc1.",
            "^stages\\.(\\d+\\.blocks\\.\\d+)\\.ffn\\.layers\\.1\\.", "layers.$1.mlp.fc2.",
            "^stages\\.", "layers.");

    @Override
    public String library() {
        return "the mm toolboxes' Swin";
    }

    @Override
    public Map<String, String> encoderNames(Set<String> names) {
        return NAMES.all(names);
    }

    @Override
    public WeightTensor ordered(String name, WeightTensor tensor) {
        if (!name.contains(".downsample.")) {
            return tensor;
        }
        float[] from = tensor.values();
        float[] to = new float[from.length];
        int columns = tensor.dims().get(tensor.dims().size() - 1);
        int channels = columns / UNFOLDED.length;
        for (int row = 0; row < from.length; row += columns) {
            for (int place = 0; place < UNFOLDED.length; place++) {
                for (int channel = 0; channel < channels; channel++) {
                    to[row + place * channels + channel] = from[row + channel * UNFOLDED.length + UNFOLDED[place]];
                }
            }
        }
        return new WeightTensor(tensor.dims(), to);
    }
}
