package dev.fathom.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.fathom.core.AtomicFiles;
import dev.fathom.core.UserException;
import dev.fathom.jobs.Jobs;
import dev.fathom.jobs.WorkerMessage;
import dev.fathom.jobs.WorkerResult;
import dev.fathom.run.ConfigOverrides;
import dev.fathom.run.Json;
import dev.fathom.run.RunConfig;
import dev.fathom.run.RunFolder;
import dev.fathom.run.RunState;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Carries the quickstart out, one worker a step; what an earlier start has finished is not done again. */
final class Quickstart {
    private static final int STEPS = QuickstartStep.values().length + 3 * QuickstartStep.COMPARED.size();

    private final Session session;
    private final Path out;
    private final Path data;
    private final double epochsScale;
    private final QuickstartState state;
    private int step;

    Quickstart(Session session, Path out, Path data, double epochsScale) {
        this.session = session;
        this.out = out;
        this.data = data;
        this.epochsScale = epochsScale;
        this.state = QuickstartState.load(out, data, epochsScale);
    }

    /** Returns false if it was cancelled. */
    boolean run() throws IOException {
        for (QuickstartStep training : QuickstartStep.values()) {
            step++;
            if (!train(training)) {
                return false;
            }
        }
        for (QuickstartStep network : QuickstartStep.COMPARED) {
            String run = runOf(network).path().toString();
            boolean done = work("Evaluating", network, "evaluate", List.of("evaluate", run, "--data", data.toString()))
                    && work("Exporting", network, "export", List.of("export", run))
                    && work(
                            "Measuring latency",
                            network,
                            "latency",
                            List.of("latency", run, "--local", "--threads", "1", "--format", "f32"));
            if (!done) {
                return false;
            }
        }
        JsonNode rows = rows();
        Json.writeFile(out.resolve("quickstart-result.json"), rows);
        AtomicFiles.writeString(out.resolve("quickstart-result.txt"), QuickstartTable.text(rows, out) + "\n");
        return true;
    }

    private boolean train(QuickstartStep training) throws IOException {
        RunFolder run = runFolder(training);
        if (run.state() == RunState.FINISHED) {
            return true;
        }
        return execute(training.title(), List.of("resume", run.path().toString())) != null;
    }

    private RunFolder runFolder(QuickstartStep training) throws IOException {
        String id = state.runs().get(training.key());
        if (id != null && Files.exists(runs().resolve(id).resolve("run.json"))) {
            RunFolder earlier = runOf(training);
            if (earlier.state() != RunState.DIVERGED) {
                return earlier;
            }
        }
        RunFolder made = RunFolder.create(runs(), config(training), null, Clock.systemUTC());
        state.runs().put(training.key(), made.id());
        if (training == QuickstartStep.TEACHER || training == QuickstartStep.STAGE1) {
            // A student of another teacher, or with another beginning, does not belong to this table.
            state.runs().remove(QuickstartStep.DISTILLED.key());
        }
        state.save(out);
        return made;
    }

    private RunConfig config(QuickstartStep training) throws IOException {
        Map<String, String> values = new LinkedHashMap<>();
        values.put("data.folder", Json.line(data.toString()));
        if (training == QuickstartStep.DISTILLED) {
            values.put(
                    "distillation.teacher",
                    Json.line(runOf(QuickstartStep.TEACHER).path().toString()));
            values.put(
                    "model.init_from",
                    Json.line(runOf(QuickstartStep.STAGE1).path().toString()));
        }
        String resource = "/assets/quickstart/" + training.key() + ".yaml";
        try (InputStream in = Quickstart.class.getResourceAsStream(resource)) {
            RunConfig plain =
                    Json.parseYaml(new String(in.readAllBytes(), StandardCharsets.UTF_8), RunConfig.class, resource);
            long epochs = Math.max(1, Math.round(plain.training().epochs() * epochsScale));
            values.put("training.epochs", String.valueOf(epochs));
            return ConfigOverrides.apply(plain, values);
        }
    }

    private Path runs() {
        return out.resolve("runs");
    }

    private RunFolder runOf(QuickstartStep training) {
        return RunFolder.open(runs().resolve(state.runs().get(training.key())));
    }

    /** Does a piece of work once; its report is kept in the state. Returns false if it was cancelled. */
    private boolean work(String title, QuickstartStep network, String verb, List<String> arguments) throws IOException {
        step++;
        String key = key(verb, network);
        if (state.results().containsKey(key)) {
            return true;
        }
        JsonNode report = execute(title + " the " + network.key(), arguments);
        if (report == null) {
            return false;
        }
        state.results().put(key, report.get("value"));
        state.save(out);
        return true;
    }

    private String key(String verb, QuickstartStep network) {
        return verb + "/" + state.runs().get(network.key());
    }

    /** Runs one worker; null means cancelled. */
    private JsonNode execute(String title, List<String> arguments) {
        String stage = step + "/" + STEPS + " " + title;
        session.progress(new WorkerMessage.Progress(stage, 0, 0, "starting", -1));
        WorkerResult result = HeavyCommand.follow(
                session,
                Jobs.start(
                        arguments,
                        p -> session.progress(
                                new WorkerMessage.Progress(stage, p.done(), p.total(), p.message(), p.secondsLeft()))));
        if (result.isCancelled()) {
            return null;
        }
        JsonNode value = result.orThrow();
        if (value == null) {
            throw new UserException(title + " reported nothing", "Look at the run's log.txt");
        }
        return value;
    }

    /** One row a network: what the final table shows, with the protocols of its numbers. */
    JsonNode rows() {
        ArrayNode rows = JsonNodeFactory.instance.arrayNode();
        for (QuickstartStep network : QuickstartStep.COMPARED) {
            ObjectNode row = rows.addObject();
            row.put("network", network.key());
            row.put("run", runOf(network).path().toString());
            row.set("evaluation", state.results().get(key("evaluate", network)));
            row.set("export", state.results().get(key("export", network)));
            row.set("latency", state.results().get(key("latency", network)));
        }
        return rows;
    }
}
