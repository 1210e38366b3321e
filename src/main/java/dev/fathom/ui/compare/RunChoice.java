package dev.fathom.ui.compare;

import dev.fathom.run.RunFolder;

/** A run that can be chosen. */
public record RunChoice(RunFolder folder, String name) {
    public String id() {
        return folder.id();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof RunChoice choice && choice.id().equals(id()) && choice.name.equals(name);
    }

    @Override
    public int hashCode() {
        return id().hashCode();
    }

    @Override
    public String toString() {
        return name + "  (" + id().substring(0, Math.min(15, id().length())).replace('_', ' ') + ")";
    }
}
