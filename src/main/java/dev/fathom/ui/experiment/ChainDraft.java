package dev.fathom.ui.experiment;

import dev.fathom.core.UserException;
import dev.fathom.run.Chain;
import dev.fathom.run.RunConfig;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What has to be trained for a configuration that may not be in order yet. */
final class ChainDraft {
    private ChainDraft() {}

    /** The configuration alone if it names a preset that there is not; {@link FactCheck} says so. */
    static Chain of(RunConfig config, Map<String, Integer> epochs) {
        try {
            Chain plain = Chain.to(config, Map.of());
            Map<String, Integer> needed = new TreeMap<>(epochs);
            needed.keySet()
                    .retainAll(before(plain).stream().map(Chain.Link::preset).toList());
            return needed.isEmpty() ? plain : Chain.to(config, needed);
        } catch (UserException e) {
            return new Chain(List.of(new Chain.Link(null, config)));
        }
    }

    /** What is trained before the wanted one. */
    static List<Chain.Link> before(Chain chain) {
        return chain.links().subList(0, chain.links().size() - 1);
    }
}
