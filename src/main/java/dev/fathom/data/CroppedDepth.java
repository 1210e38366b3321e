package dev.fathom.data;

import dev.fathom.data.codec.Decoders;
import java.nio.file.Path;

/** The part of another depth map that a rule keeps. */
public record CroppedDepth(DepthSource whole, CropRule rule) implements DepthSource {
    @Override
    public Path file() {
        return whole.file();
    }

    @Override
    public String key() {
        return whole.key();
    }

    @Override
    public StoredDepth read() {
        return part(whole.read());
    }

    @Override
    public StoredDepth read(Decoders decoders) {
        return part(whole.read(decoders));
    }

    private StoredDepth part(StoredDepth depth) {
        CropRule.Window window = rule.window(depth.width(), depth.height());
        int[] from = new int[window.width() * window.height()];
        for (int i = 0; i < from.length; i++) {
            int row = window.top() + i / window.width();
            from[i] = row * depth.width() + window.left() + i % window.width();
        }
        return depth.select(window.width(), window.height(), from);
    }
}
