package dev.fathom.prediction;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.fathom.core.ColorMap;
import dev.fathom.core.DepthMap;
import dev.fathom.core.PointFit;
import dev.fathom.core.UserException;
import dev.fathom.run.AlignmentReport;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AlignmentJobTest {
    /** 1 to 6; in metres twice that and one more. */
    private static final DepthMap RELATIVE = DepthMap.ofPositive(3, 2, new float[] {1, 2, 3, 4, 5, 6});

    @TempDir
    private Path folder;

    private AlignmentReport align(KnownPoints points, PointFit.Freedom freedom) throws IOException {
        return align(RELATIVE, points, freedom, true);
    }

    private AlignmentReport align(DepthMap relative, KnownPoints points, PointFit.Freedom freedom, boolean itemised)
            throws IOException {
        OutputOptions options =
                new OutputOptions(1000, ColorMap.named("viridis"), Optional.empty(), CameraChoice.USUAL);
        AlignmentJob job =
                new AlignmentJob(PointFit.Space.DEPTH, freedom, false, EnumSet.of(OutputFormat.NPY), options, folder);
        return job.run(new PictureInput(Path.of("a.npy"), "a"), relative, points, itemised);
    }

    private KnownPoints points(String csv) throws IOException {
        return KnownPoints.read(Files.writeString(folder.resolve("points.csv"), csv));
    }

    @Test
    void pointsTurnThePredictionIntoMetres() throws IOException {
        KnownPoints points = points("x,y,metres\n0,0,3\n2,0,7\n\n1, 1, 11\n");
        AlignmentReport report = align(points, PointFit.Freedom.SCALE_SHIFT);
        assertEquals("metres = 2.00000 x predicted + 1.00000", report.formula());
        assertEquals(3, report.points());
        assertEquals(0, report.rmse(), 1e-9);
        assertEquals(11, report.residuals().get(2).aligned(), 1e-9);
        DepthMap written = PredictionFile.read(folder.resolve("npy/a.npy"), Optional.empty(), false);
        assertArrayEquals(new float[] {3, 5, 7, 9, 11, 13}, written.metres(), 1e-6f);
    }

    @Test
    void aDepthMapIsAPointForEachOfItsPixels() throws IOException {
        float[] metres = new float[24];
        for (int i = 0; i < 24; i++) {
            metres[i] = 2 * (i % 6 / 2 + 1 + 3 * (i / 12));
        }
        metres[0] = 0;
        KnownPoints points = KnownPoints.of(DepthMap.ofPositive(6, 4, metres), 3, 2);
        assertEquals(5, points.points().size());
        AlignmentReport report = align(points, PointFit.Freedom.SCALE);
        assertEquals(2, report.scale(), 1e-9);
        assertEquals("metres = 2.00000 x predicted", report.formula());
    }

    @Test
    void pixelsWithoutAPredictionAreCountedAndPointsAreNamed() throws IOException {
        DepthMap gaps = DepthMap.ofPositive(3, 2, new float[] {1, 0, 3, 4, 0, 6});
        KnownPoints pixels = KnownPoints.of(DepthMap.ofPositive(3, 2, new float[] {2, 4, 6, 8, 10, 12}), 3, 2);
        assertEquals(
                List.of("Known pixels without a prediction are left out: 2"),
                align(gaps, pixels, PointFit.Freedom.SCALE, false).notes());
        assertEquals(
                List.of(
                        "There is no prediction at 1.0,0.0, which is left out",
                        "There is no prediction at 1.0,1.0, which is left out"),
                align(gaps, pixels, PointFit.Freedom.SCALE, true).notes());
    }

    @Test
    void pointsThatCannotBeUsedAreSaid() throws IOException {
        KnownPoints outside = points("3,0,1\n0,0,2\n1,0,3");
        String told = assertThrows(UserException.class, () -> align(outside, PointFit.Freedom.SCALE))
                .sentence();
        assertTrue(told.contains("3.0,0.0 lies outside of the prediction's 3 columns and 2 rows"), told);
        for (String bad : List.of("1,2", "1,2,-3", "1,2,x3", "0,0,1\n1,2,3,4", "1,2,NaN")) {
            String line = assertThrows(UserException.class, () -> points(bad)).sentence();
            assertTrue(line.contains("is not a point. Write x,y,metres"), line);
        }
    }
}
