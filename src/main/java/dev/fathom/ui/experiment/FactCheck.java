package dev.fathom.ui.experiment;

import dev.fathom.core.UserException;
import dev.fathom.run.BundledFiles;
import dev.fathom.run.ConfigRules;
import dev.fathom.run.DistillationConfig;
import dev.fathom.run.Needs;
import dev.fathom.run.RunConfig;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What is wrong with a configuration in the light of the facts. The worker that prepares the run has the last word. */
final class FactCheck {
    private final RunConfig config;
    private final Facts facts;
    private final List<Problem> problems = new ArrayList<>();

    private FactCheck(RunConfig config, Facts facts) {
        this.config = config;
        this.facts = facts;
    }

    static List<Problem> of(RunConfig config, Facts facts) {
        FactCheck check = new FactCheck(config, facts);
        check.data();
        check.student();
        check.begin();
        if (config.distillation() != null) {
            check.teacher(config.distillation());
        }
        return List.copyOf(check.problems);
    }

    private void serious(String path, String what, String remedy) {
        problems.add(Problem.serious(path, what, remedy));
    }

    private void data() {
        if (facts.data().reason() != null) {
            problems.add(Problem.of("data.folder", facts.data().reason()));
        }
        if (!facts.data().isThere()) {
            return;
        }
        DataFacts data = facts.data().value();
        try {
            ConfigRules.requireBatch(config, data.train().size());
        } catch (UserException e) {
            problems.add(Problem.of("training.batch_size", e));
        }
        steps(facts.stepsPerEpoch(config).orElseThrow());
        if (data.val() == 0) {
            problems.add(
                    Problem.notice("data.folder", "There is no validation split, so no best weights are chosen", ""));
        }
    }

    private void steps(int perEpoch) {
        if (perEpoch == 0) {
            if (config.training().batchSize() == 1) {
                serious(
                        "training.batch_size",
                        config.model().architecture() + " cannot be trained with one image in a batch",
                        "Set it to at least 2");
            }
            return;
        }
        ConfigRules.warmUpNotice(config, (long) perEpoch * config.training().epochs())
                .ifPresent(text -> problems.add(Problem.notice("schedule.warmup_steps", text, "")));
    }

    private void student() {
        if (facts.student().reason() != null) {
            problems.add(Problem.of("model.architecture", facts.student().reason()));
        }
    }

    private void begin() {
        String first = config.model().initFrom();
        if (first == null || first.endsWith(".safetensors")) {
            return;
        }
        Optional<RunFacts> run = run("model.init_from", first, "starts from a run of the stage before");
        run.filter(r -> !r.architecture().equals(config.model().architecture()))
                .ifPresent(r -> serious(
                        "model.init_from",
                        "The weights of " + r.name() + " are those of " + r.architecture() + " and do not fit "
                                + config.model().architecture(),
                        "Start from a run of the same network"));
    }

    private void teacher(DistillationConfig taught) {
        if (taught.teacher().equals(Defaults.NOTHING)) {
            return;
        }
        run("distillation.teacher", taught.teacher(), "learns from a teacher");
        if (taught.unlabeledPerBatch() > 0
                && config.data().unlabeled() == null
                && facts.data().isThere()
                && facts.data().value().unlabeled() == 0) {
            serious(
                    "distillation.unlabeled_per_batch",
                    "The distillation wants unlabelled pictures and the data folder has none",
                    "Name a folder of pictures as unlabelled, or set this to 0");
        }
        if (facts.student().isThere() && facts.teacher().isThere()) {
            network(taught, facts.student().value(), facts.teacher().value());
        }
    }

    private Optional<RunFacts> run(String path, String reference, String why) {
        Optional<String> preset = Needs.preset(reference);
        if (preset.isPresent()) {
            preset(path, preset.get(), why);
            return Optional.empty();
        }
        Optional<RunFacts> run =
                facts.runs().stream().filter(r -> r.isNamed(reference)).findFirst();
        if (run.isEmpty() && !Files.exists(Path.of(reference).resolve("run.json"))) {
            serious(path, path + " names " + reference + ", and there is no such run", "Choose a finished run");
        }
        run.filter(r -> !r.hasWeights())
                .ifPresent(r -> serious(
                        path,
                        r.name() + " has no weights to build on; it is "
                                + r.state().text(),
                        "Wait until it is finished, or choose another run"));
        return run;
    }

    private void preset(String path, String preset, String why) {
        if (BundledFiles.PRESETS.names().contains(preset)) {
            problems.add(Problem.notice(
                            path,
                            config.name() + " " + why + ", so " + preset + " is trained first",
                            "You can also choose a finished run")
                    .solvedBy(preset));
        } else {
            serious(path, path + " names " + preset + ", and there is no such preset", "Choose a finished run");
        }
    }

    private void network(DistillationConfig taught, NetworkFacts student, NetworkFacts teacher) {
        if (!student.image().equals(teacher.image())) {
            serious(
                    "distillation.teacher",
                    "The student takes images of " + student.image() + " and the teacher was trained on "
                            + teacher.image(),
                    "Set the image's height and width to the teacher's");
        }
        for (DistillationConfig.Term term : taught.terms()) {
            for (DistillationConfig.TapPair pair : term.pairs()) {
                tap(pair.student(), student);
                tap(pair.teacher(), teacher);
            }
        }
    }

    private void tap(String name, NetworkFacts network) {
        List<String> taps =
                network.taps().stream().map(NetworkFacts.TapShape::name).toList();
        if (!taps.contains(name)) {
            serious("distillation.pairs", network.name() + " has no tap " + name, "It has " + String.join(", ", taps));
        }
    }
}
