package dev.fathom.device.bench;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.fathom.core.UserException;
import dev.fathom.device.PlainText;
import dev.fathom.run.Json;
import java.io.IOException;
import java.util.List;
import java.util.Objects;

/** What a runner says, before it is believed: a device may answer anything. */
final class RunnerAnswer {
    private RunnerAnswer() {}

    /** A value from JSON, all text in it plain. */
    static <T> T parse(String json, Class<T> type) throws IOException {
        return Json.parseLine(plain(Json.parseLine(json, JsonNode.class)).toString(), type);
    }

    private static JsonNode plain(JsonNode node) {
        if (node.isTextual()) {
            return TextNode.valueOf(PlainText.of(node.textValue()));
        }
        if (node.isArray()) {
            ArrayNode array = JsonNodeFactory.instance.arrayNode();
            node.forEach(child -> array.add(plain(child)));
            return array;
        }
        if (node.isObject()) {
            ObjectNode object = JsonNodeFactory.instance.objectNode();
            node.properties().forEach(field -> object.set(field.getKey(), plain(field.getValue())));
            return object;
        }
        return node;
    }

    /**
     * Checks that a result is one of this request: every model with every number of threads, in order, with all that a
     * report needs.
     *
     * @throws UserException if it is not
     */
    static void requireSound(RunnerMessage.Result result, int models, List<Integer> threads, String machine) {
        List<RunnerMessage.Measured> results = result.results();
        require(results != null && result.runtime() != null, machine, "it has no results");
        require(results.size() == models * threads.size(), machine, "it has " + results.size() + " results");
        for (int i = 0; i < results.size(); i++) {
            RunnerMessage.Measured m = results.get(i);
            require(m != null && m.model() == i % models, machine, "result " + i + " is of another model");
            require(m.threads() == threads.get(i / models), machine, "result " + i + " is of other threads");
            require(isWhole(m), machine, "result " + i + " is not whole");
        }
    }

    private static boolean isWhole(RunnerMessage.Measured m) {
        boolean timed =
                m.runsMs() != null && (m.summary() != null || !m.runsMs().isEmpty());
        return timed
                && m.runsMs().stream().allMatch(RunnerAnswer::isTime)
                && (m.summary() == null
                        || isTime(m.summary().mean()) && m.summary().runs() > 0)
                && m.before() != null
                && m.during() != null
                && m.after() != null
                && (m.output() == null || isWhole(m.output()));
    }

    private static boolean isTime(Double millis) {
        return millis != null && millis > 0 && Double.isFinite(millis);
    }

    private static boolean isWhole(RunnerMessage.Output output) {
        return output.type() != null
                && output.sha256() != null
                && output.shape() != null
                && output.shape().stream().allMatch(Objects::nonNull);
    }

    private static void require(boolean sound, String machine, String why) {
        if (!sound) {
            throw nonsense(machine, why);
        }
    }

    static UserException nonsense(String machine, String why) {
        return new UserException(
                "The runner on " + machine + " gave a result that makes no sense: " + why,
                "Try again; if it stays so, remove ~/.cache/fathom there and look into what a login prints");
    }
}
