package dev.fathom.run;

import dev.fathom.core.UserException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A training and the presets that have to be trained before it, such as its teacher and the stage before. They see the
 * same data and the same size of images, with the same seed and threads; all else is as their preset has it.
 *
 * @param links in the order in which to train them, the wanted one last
 */
public record Chain(List<Link> links) {

    /** @param preset what it was made from; null for the wanted training */
    public record Link(String preset, RunConfig config) {}

    public Chain {
        links = List.copyOf(links);
    }

    /**
     * All that has to be trained for a configuration.
     *
     * @param epochs of presets that are to be trained for another time than they say
     * @throws UserException if a configuration names no preset, or {@code epochs} one that is not needed
     */
    public static Chain to(RunConfig last, Map<String, Integer> epochs) {
        Map<String, Link> before = new LinkedHashMap<>();
        add(last, last, epochs, before);
        for (String name : epochs.keySet()) {
            Require.that(
                    before.containsKey(name),
                    last.name() + " does not need " + name,
                    before.isEmpty()
                            ? "It needs no preset to be trained before"
                            : "It needs " + String.join(", ", before.keySet()));
        }
        List<Link> links = new ArrayList<>(before.values());
        links.add(new Link(null, last));
        return new Chain(links);
    }

    private static void add(RunConfig config, RunConfig last, Map<String, Integer> epochs, Map<String, Link> before) {
        for (String name : Needs.presets(config)) {
            if (!before.containsKey(name)) {
                RunConfig needed = needed(name, last, epochs.get(name));
                add(needed, last, epochs, before);
                before.put(name, new Link(name, needed));
            }
        }
    }

    private static RunConfig needed(String preset, RunConfig last, Integer epochs) {
        if (!BundledFiles.PRESETS.names().contains(preset)) {
            throw new UserException(
                    last.name() + " needs the preset " + preset + ", and there is none of that name",
                    "Name a run, or one of " + String.join(", ", BundledFiles.PRESETS.names()));
        }
        Map<String, Object> set = new HashMap<>();
        set.put("data", Json.yamlTree(last.toYaml()).get("data"));
        set.put("seed", last.seed());
        set.put("model.image_height", last.model().imageHeight());
        set.put("model.image_width", last.model().imageWidth());
        set.put("training.threads", last.training().threads());
        if (epochs != null) {
            set.put("training.epochs", epochs);
        }
        return ConfigOverrides.apply(BundledFiles.PRESETS.find(preset), set);
    }

    /** True if nothing has to be trained before. */
    public boolean isSingle() {
        return links.size() == 1;
    }

    /** The network of a run that is still to be made, by the reference that a configuration has to it. */
    public Optional<ModelConfig> planned(String reference) {
        return Needs.preset(reference).flatMap(name -> links.stream()
                .filter(link -> name.equals(link.preset()))
                .map(link -> link.config().model())
                .findFirst());
    }

    /** Makes a queued run of each, which name each other by their folders; in the order of the links. */
    public List<RunFolder> create(Path runs, Clock clock) {
        Map<String, RunFolder> made = new HashMap<>();
        List<RunFolder> folders = new ArrayList<>();
        for (Link link : links) {
            RunFolder folder = RunFolder.create(runs, Needs.resolved(link.config(), made), null, clock);
            made.put(link.preset(), folder);
            folders.add(folder);
        }
        return folders;
    }
}
