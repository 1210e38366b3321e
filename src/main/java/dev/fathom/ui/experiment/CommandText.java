package dev.fathom.ui.experiment;

import dev.fathom.device.ShellQuote;
import dev.fathom.run.Chain;
import dev.fathom.run.Json;
import dev.fathom.run.Workspace;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/** The command line that starts what the form shows. */
final class CommandText {
    private CommandText() {}

    /**
     * For a shell: a preset or file with what differs from it, else the whole as a file to be written first.
     *
     * @param source what {@code fathom train} can read, or empty
     * @param chain what is trained
     * @param workspace where the run shall be
     */
    static String of(Edit edit, String source, Chain chain, Workspace workspace) {
        List<String> changes = changes(edit.base().tree(), edit.draft().tree(), "");
        boolean removed = changes.contains(null);
        if (source.isEmpty() || removed) {
            return "cat > experiment.yaml <<'END'\n" + edit.draft().yaml() + "END\nfathom train experiment.yaml"
                    + place(workspace)
                    + needs(edit, chain);
        }
        StringBuilder line = new StringBuilder("fathom train ")
                .append(ShellQuote.readable(source))
                .append(place(workspace));
        changes.forEach(change -> line.append(" --set ").append(ShellQuote.readable(change)));
        return line.append(needs(edit, chain)).toString();
    }

    /** Nothing for the one in the user's folder; one that a variable names may be another in the shell of the command. */
    private static String place(Workspace workspace) {
        return workspace.equals(Workspace.ofUser())
                ? ""
                : " --workspace " + ShellQuote.readable(workspace.root().toString());
    }

    private static String needs(Edit edit, Chain chain) {
        StringBuilder options = new StringBuilder(chain.isSingle() ? "" : " --with-needs");
        for (Chain.Link link : ChainDraft.before(chain)) {
            Integer epochs = edit.epochsBefore().get(link.preset());
            options.append(epochs == null ? "" : " --epochs-of " + link.preset() + "=" + epochs);
        }
        return options.toString();
    }

    /** As {@code path=value}; null for a field that the base has and the draft has not. */
    private static List<String> changes(Map<?, ?> base, Map<?, ?> draft, String prefix) {
        List<String> changes = new ArrayList<>();
        TreeSet<String> keys = new TreeSet<>();
        base.keySet().forEach(key -> keys.add(String.valueOf(key)));
        draft.keySet().forEach(key -> keys.add(String.valueOf(key)));
        for (String key : keys) {
            Object before = base.get(key);
            Object now = draft.get(key);
            if (now == null) {
                changes.add(null);
            } else if (now instanceof Map<?, ?> inner) {
                changes.addAll(changes(before instanceof Map<?, ?> m ? m : Map.of(), inner, prefix + key + "."));
            } else if (!now.equals(before)) {
                changes.add(prefix + key + "=" + Json.line(now));
            }
        }
        return changes;
    }
}
