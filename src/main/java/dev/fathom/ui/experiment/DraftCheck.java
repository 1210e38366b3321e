package dev.fathom.ui.experiment;

import dev.fathom.core.UserException;
import dev.fathom.run.ConfigRules;
import dev.fathom.run.DistillationConfig;
import dev.fathom.run.Formulas;
import dev.fathom.run.Json;
import dev.fathom.run.RunConfig;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a draft amounts to without looking at a file: the configuration, with what is missing or wrong left at its
 * default, and what is missing or wrong. The sentences are those of the configuration itself.
 *
 * @param effective something to show and reckon with, whatever the draft
 * @param unreadable parts that are no configuration
 * @param problems these and all others
 */
record DraftCheck(RunConfig effective, List<Problem> unreadable, List<Problem> problems) {
    private static final String ORIGIN = "the form";
    private static final String LOSSES = "losses";
    private static final Pattern FIELD = Pattern.compile(
            "(?<![\\w.])[a-z]\\w*(?:\\.(?:[a-z]\\w*|\\[\\d+]))+|^(?:seed|losses|reweighting|name|tags)\\b");

    static DraftCheck of(Draft draft) {
        List<Problem> problems = new ArrayList<>();
        List<Problem> unreadable = new ArrayList<>();
        Draft sound = Defaults.LEAST;
        Map<String, Object> parts =
                new LinkedHashMap<>(completed(draft, problems).tree());
        // None are needed where something is distilled, which has to be known first.
        if (parts.containsKey(LOSSES)) {
            parts.put(LOSSES, parts.remove(LOSSES));
        }
        for (Map.Entry<String, Object> part : parts.entrySet()) {
            Draft with = sound.overlaid(new Draft(Collections.singletonMap(part.getKey(), part.getValue())));
            Optional<Problem> wrong = read(with, part.getKey());
            if (wrong.isEmpty()) {
                sound = with;
            } else {
                unreadable.add(wrong.get());
            }
        }
        problems.addAll(unreadable);
        RunConfig effective = Json.fromTree(sound.tree(), RunConfig.class, ORIGIN);
        checkTogether(effective, problems);
        return new DraftCheck(effective, List.copyOf(unreadable), List.copyOf(problems));
    }

    /** With what has to be there and is not. */
    private static Draft completed(Draft draft, List<Problem> problems) {
        Draft whole = draft;
        if (draft.at("model.architecture") == null) {
            problems.add(Problem.open("model.architecture", "No student is chosen", "Choose a network, or a preset"));
        }
        if (draft.at("data.folder") == null) {
            problems.add(Problem.open(
                    "data.folder", "No data folder is chosen", "Choose one, or take the sample street scenes"));
            whole = draft.at("data") == null ? whole : whole.with("data.folder", Defaults.NOTHING);
        }
        if (draft.at("distillation") != null && draft.at("distillation.teacher") == null) {
            problems.add(Problem.open("distillation.teacher", "No teacher is chosen", "Choose a finished run"));
            whole = whole.with("distillation.teacher", Defaults.NOTHING);
        }
        return whole;
    }

    private static Optional<Problem> read(Draft draft, String part) {
        try {
            Json.fromTree(draft.tree(), RunConfig.class, ORIGIN);
            return Optional.empty();
        } catch (UserException e) {
            String what = e.what().replaceFirst("^(In )?" + ORIGIN + "(: |,? )", "");
            what = what.startsWith("has a field") ? "The configuration " + what : what;
            what = what.replaceFirst("^the value of", "The value of");
            return Optional.of(Problem.serious(fieldIn(what).orElse(part), what, e.remedy()));
        }
    }

    /** The field that a sentence names. */
    static Optional<String> fieldIn(String sentence) {
        Matcher matcher = FIELD.matcher(sentence);
        return matcher.find() ? Optional.of(matcher.group()) : Optional.empty();
    }

    private static void checkTogether(RunConfig config, List<Problem> problems) {
        check("schedule.min_learning_rate", () -> ConfigRules.requireDecay(config), problems::add);
        check(LOSSES, () -> ConfigRules.requireLosses(config.losses()), problems::add);
        check("reweighting", () -> ConfigRules.requireLearnable(config), problems::add);
        check("augmentation.crops", () -> ConfigRules.requireCrops(config), problems::add);
        if (config.distillation() != null) {
            check("distillation.strategy", () -> requireStrategies(config.distillation()), problems::add);
        }
        ConfigRules.cameraNotice(config).ifPresent(text -> problems.add(Problem.notice("data.focal", text, "")));
    }

    private static void check(String path, Runnable rule, Consumer<Problem> problems) {
        try {
            rule.run();
        } catch (UserException e) {
            problems.accept(Problem.of(path, e));
        }
    }

    private static void requireStrategies(DistillationConfig config) {
        for (DistillationConfig.Term term : config.terms()) {
            Formulas.STRATEGIES.named(term.strategy()).require(term.variant(), term.parameters());
            ConfigRules.requireLosses(term.losses());
        }
    }
}
