package dev.fathom.cli;

import com.fasterxml.jackson.databind.JsonNode;
import dev.fathom.run.Json;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;

/**
 * How far a quickstart has come, kept in {@code quickstart.json} so that it continues where it was stopped.
 *
 * @param data folder of the data set
 * @param epochsScale factor of all epochs
 * @param runs step key to run id
 * @param results finished work, such as {@code evaluate/RUN-ID}, to what it reported
 */
record QuickstartState(String data, double epochsScale, Map<String, String> runs, Map<String, JsonNode> results) {
    QuickstartState {
        runs = new TreeMap<>(runs);
        results = new TreeMap<>(results);
    }

    private static Path file(Path out) {
        return out.resolve("quickstart.json");
    }

    /** What an earlier start with the same data and epochs has left in {@code out}, or a new state. */
    static QuickstartState load(Path out, Path data, double epochsScale) {
        QuickstartState fresh = new QuickstartState(data.toString(), epochsScale, Map.of(), Map.of());
        if (!Files.exists(file(out))) {
            return fresh;
        }
        QuickstartState earlier = Json.readFile(file(out), QuickstartState.class);
        boolean same = earlier.data.equals(fresh.data) && earlier.epochsScale == epochsScale;
        return same ? earlier : fresh;
    }

    void save(Path out) throws IOException {
        Json.writeFile(file(out), this);
    }
}
