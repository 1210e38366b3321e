package dev.fathom.ui.base;

import java.util.function.Consumer;
import java.util.function.Function;

/**
 * A line of text to be given.
 *
 * @param title what it is for
 * @param label over the field, with what is allowed
 * @param initial in the field at the beginning, selected
 * @param action label of the button
 * @param problem says why a text cannot be taken, or an empty string if it can
 * @param taken called with the text without surrounding blanks, after the prompt has closed
 */
public record Prompt(
        String title,
        String label,
        String initial,
        String action,
        Function<String, String> problem,
        Consumer<String> taken) {}
