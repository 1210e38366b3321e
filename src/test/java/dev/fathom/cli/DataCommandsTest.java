package dev.fathom.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DataCommandsTest extends CommandTestBase {
    private static final Path STREET = Path.of("sample-data/street");

    @TempDir
    Path dir;

    @Test
    void aSplitIsWrittenOnceAndUsedByItsLists() throws IOException {
        String lists = dir.resolve("lists").toString();
        assertEquals(0, run("data", "split", STREET.toString(), "--out", lists, "--val", "0.25", "--json"));
        JsonNode result = json();
        assertEquals(72, result.get("train").asInt());
        assertEquals(24, result.get("val").asInt());
        assertEquals(72, Files.readAllLines(dir.resolve("lists/train.txt")).size());
        assertEquals(1, run("data", "split", STREET.toString(), "--out", lists));
        assertTrue(errors().contains("There is already a division in"), errors());
    }

    @Test
    void aCheckPrintsCountsAndExamplesAndWritesEveryIssueAsARow() throws IOException {
        Path set = dir.resolve("set");
        for (int i = 0; i < 12; i++) {
            Files.createDirectories(set.resolve("train/rgb"));
            Files.createDirectories(set.resolve("train/depth"));
            Files.write(set.resolve("train/rgb/" + i + ".png"), new byte[0]);
            Files.write(set.resolve("train/depth/" + i + ".png"), new byte[0]);
        }
        Path csv = dir.resolve("issues.csv");
        assertEquals(0, run("data", "check", set.toString(), "--csv", csv.toString(), "--json"));
        JsonNode result = json();
        assertEquals(24, result.at("/counts/unreadable").asInt());
        assertEquals(10, result.get("issues").size());
        assertEquals(set.toAbsolutePath().toString(), result.get("root").asText());
        List<String> rows = Files.readAllLines(csv);
        assertEquals(25, rows.size());
        assertEquals("kind,split,stem,file,text", rows.get(0));
        assertTrue(rows.get(1).startsWith("unreadable,train,\"0\",\""), rows.get(1));
        assertEquals(0, run("data", "check", set.toString()));
        assertTrue(text().contains("24 unreadable files:") && text().contains("and 21 more"), text());
    }

    @Test
    void aFormatThatDoesNotFitSaysWhatIsExpected() {
        assertEquals(1, run("data", "check", STREET.toString(), "--format", "kitti"));
        assertTrue(errors().contains("There is no list file for the format kitti"), errors());
        assertEquals(2, run("data", "check", STREET.toString(), "--scale", "-1"));
        assertTrue(errors().contains("The depth scale -1.0 is not a positive number"), errors());
    }
}
