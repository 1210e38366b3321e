package dev.fathom.data.format;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.fathom.data.DepthDataset;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SevenScenesTest {
    @TempDir
    Path dir;

    private DataSetFixture set;

    @BeforeEach
    void sequencesOneAndTen() throws IOException {
        set = new DataSetFixture(dir);
        set.picture("chess/seq-01/frame-000000.color.png", "chess/seq-01/frame-000001.color.png");
        set.depth("chess/seq-01/frame-000000.depth.png", 1500, 65535, 0, 2000);
        set.text("chess/seq-01/frame-000000.pose.txt", "1 0 0 0");
        set.picture("chess/seq-10/frame-000000.color.jpg");
        set.depth("chess/seq-10/frame-000000.depth.png", 3000);
    }

    @Test
    void framesArePairedAndWhatWasNotMeasuredIsInvalid() {
        DepthDataset data = set.open("7scenes");
        assertEquals(2, data.split("all").size());
        assertArrayEquals(
                new float[] {1.5f, 0, 0, 2, 0, 0},
                DataSetFixture.metres(DataSetFixture.depth(data, "chess/seq-01/frame-000000")));
        assertEquals(1, data.problems().size());
        assertEquals(
                "frame-000001.color.png",
                data.problems().get(0).file().getFileName().toString());
    }

    @Test
    void theListsOfASceneSayWhatItsSequencesAreFor() throws IOException {
        set.text("chess/TrainSplit.txt", "sequence1");
        set.text("chess/TestSplit.txt", "sequence10");
        DepthDataset data = set.open("7scenes");
        assertEquals(List.of("chess/seq-01/frame-000000"), DataSetFixture.stems(data.train()));
        assertEquals(List.of("chess/seq-10/frame-000000"), DataSetFixture.stems(data.test()));
        assertEquals(data.test(), data.val());
        assertEquals(2, data.split("all").size());
    }

    @Test
    void oneSceneOrOneSequenceIsADataSetToo() {
        assertEquals(
                List.of("seq-01/frame-000000", "seq-10/frame-000000"),
                DataSetFixture.stems(new DataSetFixture(dir.resolve("chess"))
                                .open("7scenes")
                                .split("all"))
                        .stream()
                        .sorted()
                        .toList());
        assertEquals(
                List.of("frame-000000"),
                DataSetFixture.stems(new DataSetFixture(dir.resolve("chess/seq-10"))
                        .open("7scenes")
                        .split("all")));
    }
}
