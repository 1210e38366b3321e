package dev.fathom.dataset;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.fathom.core.DepthMap;
import dev.fathom.core.RgbImage;
import dev.fathom.data.DataOptions;
import dev.fathom.data.DepthDataset;
import dev.fathom.data.DepthPng;
import dev.fathom.data.RgbFile;
import dev.fathom.run.DataConfig;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RunDataTest {
    @TempDir
    Path dir;

    @Test
    void theRunsOwnFolderHasItsScaleAndAnotherItsOwn() throws IOException {
        for (String set : new String[] {"own", "other"}) {
            RgbFile.writePng(dir.resolve(set + "/val/rgb/a.png"), new RgbImage(2, 1, new byte[6]));
            DepthPng.write(dir.resolve(set + "/val/depth/a.png"), DepthMap.ofPositive(2, 1, new float[] {1, 2}), 1000);
        }
        DataConfig config = config(500.0, true);
        assertEquals(2, metres(RunData.open(config)));
        assertEquals(2, metres(RunData.open(dir.resolve("other/../own"), DataOptions.AUTO, config)));
        assertEquals(1, metres(RunData.open(dir.resolve("other"), DataOptions.AUTO, config)));
    }

    @Test
    void aConfigurationMayKeepPicturesWhole() {
        assertTrue(RunData.options(config(null, true)).crop());
        assertFalse(RunData.options(config(null, false)).crop());
    }

    private static float metres(DepthDataset data) {
        return data.val().get(0).depth().orElseThrow().read().metres(0);
    }

    private DataConfig config(Double scale, boolean crop) {
        return new DataConfig(
                dir.resolve("own").toString(), null, scale, null, null, null, null, crop, null, null, null, null, null);
    }
}
