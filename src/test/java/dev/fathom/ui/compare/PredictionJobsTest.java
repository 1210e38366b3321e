package dev.fathom.ui.compare;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.fathom.core.RgbImage;
import dev.fathom.data.PictureSource;
import dev.fathom.jobs.WorkerResult;
import dev.fathom.ui.base.CurrentThreadTaskExecutor;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

class PredictionJobsTest extends CompareTestBase {
    @Test
    void picturesWrittenForAWorkerLiveUntilItHasEnded() throws IOException {
        RunPictures run = RunPictures.read(run("student", null, 0, 5).folder());
        ImageEntry inside = new ImageEntry("7", new Inside(), null, ImageEntry.Origin.VALIDATION, null);
        new PredictionJobs(jobs, new CurrentThreadTaskExecutor(), notices)
                .predictAll(run, List.of(inside), ImageEntry.Origin.VALIDATION);
        Path written = Path.of(workers.started().get(0).arguments().get(2));
        assertEquals("7.png", written.getFileName().toString());
        assertTrue(Files.exists(written));
        workers.started().get(0).end(new WorkerResult.Success(null));
        jobs.update();
        assertFalse(Files.exists(written.getParent()));
    }

    private record Inside() implements PictureSource {
        @Override
        public RgbImage read() {
            return new RgbImage(1, 1, new byte[] {1, 2, 3});
        }

        @Override
        public Path file() {
            return Path.of("all.mat");
        }
    }
}
