package dev.fathom.ui.compare;

import dev.fathom.core.ColorMap;
import dev.fathom.ui.desk.Settings;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javafx.beans.InvalidationListener;
import javafx.beans.property.BooleanProperty;

/** Lets the page begin as it was left: panes, colours, columns. */
final class CompareMemory {
    private static final String COUNT = "compare.panes";
    private static final String PICTURES = "compare.pictures";
    private static final String COLOURS = "compare.colours";
    private static final String LIST = "compare.list";
    private static final String NUMBERS = "compare.numbers";

    private final Settings settings;
    private final CompareViewModel model;

    private CompareMemory(Settings settings, CompareViewModel model) {
        this.settings = settings;
        this.model = model;
    }

    /** Restores the page and from then on remembers its changes. */
    static void connect(Settings settings, CompareViewModel model) {
        CompareMemory memory = new CompareMemory(settings, model);
        memory.restore();
        InvalidationListener listener = change -> memory.remember();
        PanesViewModel panes = model.panes();
        panes.countProperty().addListener(listener);
        panes.all().forEach(pane -> pane.pictureProperty().addListener(listener));
        model.coloursProperty().addListener(listener);
        model.listShownProperty().addListener(listener);
        model.numbersShownProperty().addListener(listener);
    }

    private void remember() {
        PanesViewModel panes = model.panes();
        settings.remember(COUNT, String.valueOf(panes.countProperty().get()));
        settings.remember(
                PICTURES,
                panes.all().stream()
                        .map(pane -> pane.pictureProperty().get().name())
                        .collect(Collectors.joining(",")));
        settings.remember(COLOURS, text(model.coloursProperty().get()));
        settings.remember(LIST, String.valueOf(model.listShownProperty().get()));
        settings.remember(NUMBERS, String.valueOf(model.numbersShownProperty().get()));
    }

    /** What is not understood is left as it is: the file may be of another version. */
    private void restore() {
        try {
            model.panes().setCount(Integer.parseInt(settings.recall(COUNT, "" + PanesViewModel.MOST)));
            List<Picture> pictures = Stream.of(settings.recall(PICTURES, "").split(","))
                    .filter(name -> !name.isEmpty())
                    .map(Picture::valueOf)
                    .toList();
            for (int i = 0; i < Math.min(PanesViewModel.MOST, pictures.size()); i++) {
                model.panes().all().get(i).pictureProperty().set(pictures.get(i));
            }
            model.coloursProperty().set(colours(settings.recall(COLOURS, text(Colours.DEFAULT))));
        } catch (IllegalArgumentException e) {
            model.coloursProperty().set(Colours.DEFAULT);
        }
        restore(LIST, model.listShownProperty());
        restore(NUMBERS, model.numbersShownProperty());
    }

    private void restore(String key, BooleanProperty shown) {
        shown.set(Boolean.parseBoolean(settings.recall(key, "true")));
    }

    private static String text(Colours colours) {
        return String.format(
                Locale.ROOT,
                "%s %s %s %s %s %s",
                colours.map(),
                colours.rule().kind().name(),
                colours.rule().low(),
                colours.rule().high(),
                colours.linked(),
                colours.greatestError());
    }

    private static Colours colours(String text) {
        String[] words = text.split(" ");
        if (words.length != 6 || !ColorMap.NAMES.contains(words[0])) {
            throw new IllegalArgumentException(text);
        }
        RangeRule rule = new RangeRule(
                RangeRule.Kind.valueOf(words[1]), Double.parseDouble(words[2]), Double.parseDouble(words[3]));
        Double most = words[5].equals("null") ? null : Double.valueOf(words[5]);
        return new Colours(words[0], rule, Boolean.parseBoolean(words[4]), most);
    }
}
