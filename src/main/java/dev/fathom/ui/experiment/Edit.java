package dev.fathom.ui.experiment;

import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

/**
 * One state of the form: all that undo brings back.
 *
 * @param draft what is set
 * @param origin what the form was filled from, for example a preset's name; empty for nothing
 * @param base the draft as it came from there
 * @param epochsBefore of presets that are trained first, where they are not the preset's own
 */
public record Edit(Draft draft, String origin, Draft base, Map<String, Integer> epochsBefore) {
    public Edit {
        // One that was kept in a file may lack anything.
        Objects.requireNonNull(draft, "draft");
        Objects.requireNonNull(origin, "origin");
        Objects.requireNonNull(base, "base");
        Objects.requireNonNull(epochsBefore, "epochsBefore");
    }

    /** The form as it is first shown. */
    static final Edit FIRST = new Edit(Draft.EMPTY, "", Draft.EMPTY, Map.of());

    /** A draft that was just opened. */
    static Edit opened(String origin, Draft draft) {
        return new Edit(draft, origin, draft, Map.of());
    }

    Edit with(Draft changed) {
        return new Edit(changed, origin, base, epochsBefore);
    }

    /** The same with a preset trained for so many epochs before; null for its own number. */
    Edit withEpochs(String preset, Integer epochs) {
        Map<String, Integer> all = new TreeMap<>(epochsBefore);
        if (epochs == null) {
            all.remove(preset);
        } else {
            all.put(preset, epochs);
        }
        return new Edit(draft, origin, base, Map.copyOf(all));
    }
}
