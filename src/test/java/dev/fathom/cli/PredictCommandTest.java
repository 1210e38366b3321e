package dev.fathom.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.fathom.core.DepthMap;
import dev.fathom.core.RgbImage;
import dev.fathom.data.DepthPng;
import dev.fathom.data.RgbFile;
import dev.fathom.data.file.NpyFile;
import dev.fathom.export.inspect.ForeignFiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Predicting, scoring and aligning with real worker processes and a file that Fathom did not make. */
class PredictCommandTest extends CommandTestBase {
    @TempDir
    private Path folder;

    private Path model;

    @BeforeEach
    void write() throws IOException {
        model = Files.write(folder.resolve("foreign.tflite"), ForeignFiles.depth(false));
        // Half the sum of the channels from 0 to 1: 1.5, 0.5, 0.3 m on the left, the same below.
        byte[] rgb = new byte[18];
        for (int i = 0; i < 18; i++) {
            int[] gray = {255, 85, 51};
            rgb[i] = (byte) gray[i / 3 % 3];
        }
        RgbFile.writePng(folder.resolve("data/val/rgb/a.png"), new RgbImage(3, 2, rgb));
        DepthMap truth = DepthMap.ofPositive(3, 2, new float[] {1.5f, 0.5f, 0.3f, 1.5f, 0.5f, 0.3f});
        DepthPng.write(folder.resolve("data/val/depth/a.png"), truth, 1000);
    }

    private String path(String name) {
        return folder.resolve(name).toString();
    }

    @Test
    void aBadPictureIsReportedAndEndsWithOne() throws IOException {
        Files.writeString(folder.resolve("data/val/rgb/b.jpg"), "no picture");
        int exit = run(
                "predict",
                model.toString(),
                path("data/val/rgb"),
                "--input-range",
                "0,1",
                "--format",
                "npy",
                "--out",
                path("out"),
                "--json");
        assertEquals(1, exit, errors());
        assertEquals(1, json().get("pictures").asInt());
        assertTrue(json().at("/problems/0").asText().contains("b.jpg is neither"), text());
        assertEquals(1.5, json().at("/written/0/far").asDouble(), 1e-6);
        assertTrue(Files.isRegularFile(folder.resolve("out/npy/a.npy")));
    }

    @Test
    void aForeignFileIsScored() throws IOException {
        int exit = run(
                "evaluate",
                model.toString(),
                "--data",
                path("data"),
                "--input-range",
                "0,1",
                "--protocol",
                "plain",
                "--out",
                path("eval"),
                "--json");
        assertEquals(0, exit, errors());
        assertEquals(0, json().at("/metrics/rmse").asDouble(), 1e-6);
        assertEquals(path("eval/data_val_plain.json"), json().get("file").asText());
        assertTrue(Files.isRegularFile(folder.resolve("eval/data_val_plain.csv")));
    }

    @Test
    void aFileThatNeverEndsCostsTheWorkerOnly() throws IOException {
        Path endless = Files.write(folder.resolve("endless.tflite"), ForeignFiles.endlessDepth());
        int exit =
                run("evaluate", endless.toString(), "--data", path("data"), "--input-range", "0,1", "--patience", "4");
        assertEquals(1, exit);
        assertTrue(errors().contains("was stopped after 4 s without progress"), errors());
    }

    @Test
    void patienceIsASecondOrMore() {
        for (List<String> work : List.of(
                List.of("evaluate", model.toString(), "--data", path("data"), "--patience", "-3"),
                List.of("predict", model.toString(), path("data/val/rgb"), "--patience", "-3"))) {
            assertEquals(2, run(work.toArray(String[]::new)), work.get(0));
            assertTrue(errors().contains("--patience is -3. Set it to a number of seconds, 1 or more"), errors());
        }
    }

    @Test
    void aFileThatIsNoPictureToDepthIsRefused() throws IOException {
        Path other = Files.write(folder.resolve("other.tflite"), ForeignFiles.int8());
        assertEquals(1, run("predict", other.toString(), path("data/val/rgb"), "--out", path("out")));
        assertTrue(errors().contains("not one depth map"), errors());
        assertFalse(Files.exists(folder.resolve("out")));
    }

    @Test
    void knownPointsTurnAFileIntoMetres() throws IOException {
        NpyFile.write(folder.resolve("relative.npy"), DepthMap.ofPositive(3, 1, new float[] {1, 2, 3}));
        Files.writeString(folder.resolve("points.csv"), "x,y,metres\n0,0,2\n1,0,4\n2,0,6\n");
        int exit = run(
                "align", path("relative.npy"), "--points", path("points.csv"), "--fit", "scale", "--out", path("out"));
        assertEquals(0, exit, errors());
        String text = text();
        assertTrue(text.contains("metres = 2.00000 x predicted; 3 of 3 points, RMSE 0.0000 m"), text);
        assertEquals(2, run("align", path("relative.npy")));
        assertTrue(errors().contains("Either --points or --reference is needed"), errors());
    }
}
