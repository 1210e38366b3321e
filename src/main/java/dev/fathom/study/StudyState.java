package dev.fathom.study;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * How far a study has come, kept in {@code study.json}.
 *
 * @param runs ids of the runs that it has made, in order
 * @param results finished work, such as {@code evaluate/RUN-ID}, to what it reported
 * @param problems {@code VERB/RUN} to why the last attempt did not succeed
 */
record StudyState(List<String> runs, Map<String, JsonNode> results, Map<String, String> problems) {
    StudyState {
        runs = new ArrayList<>(runs);
        results = new TreeMap<>(results);
        problems = new TreeMap<>(problems);
    }

    static StudyState fresh() {
        return new StudyState(List.of(), Map.of(), Map.of());
    }
}
