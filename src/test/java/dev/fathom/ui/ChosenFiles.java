package dev.fathom.ui;

import dev.fathom.ui.base.FilePicker;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** Answers the questions for files and folders, which a test cannot do in the system's own dialogs. */
final class ChosenFiles implements FilePicker {
    /** What is answered next; null for cancel. */
    volatile Path next;

    /** Title of the last question. */
    volatile String asked = "";

    private Optional<Path> answer(String title) {
        asked = title;
        return Optional.ofNullable(next);
    }

    @Override
    public Optional<Path> folder(String title, Path start) {
        return answer(title);
    }

    @Override
    public Optional<Path> open(String title, Path start, String kind, List<String> patterns) {
        return answer(title);
    }

    @Override
    public Optional<Path> save(String title, Path start, String name) {
        return answer(title);
    }
}
