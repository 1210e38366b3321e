package dev.fathom.ui.desk;

import javafx.beans.value.ChangeListener;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.control.SplitPane;

/** Lets the left part of a split keep the width that the user gave it, from one start to the next and in any window. */
public final class SplitMemory {
    private final SplitPane split;
    private final Settings settings;
    private final String key;
    private final double usual;

    private SplitMemory(SplitPane split, Settings settings, String key, double usual) {
        this.split = split;
        this.settings = settings;
        this.key = key;
        this.usual = usual;
    }

    /**
     * Restores the width as soon as the split has one, and from then on remembers it.
     *
     * @param split of two parts, beside each other
     * @param key in the settings
     * @param usual width of the left part in pixels
     */
    public static void connect(SplitPane split, Settings settings, String key, double usual) {
        SplitMemory memory = new SplitMemory(split, settings, key, usual);
        Node left = split.getItems().get(0);
        SplitPane.setResizableWithParent(left, false);
        if (split.getWidth() > 0) {
            memory.begin();
        } else {
            split.widthProperty().addListener(memory.first());
        }
    }

    private ChangeListener<Number> first() {
        return new ChangeListener<>() {
            @Override
            public void changed(ObservableValue<? extends Number> width, Number before, Number now) {
                if (now.doubleValue() > 0) {
                    width.removeListener(this);
                    begin();
                }
            }
        };
    }

    private void begin() {
        split.setDividerPositions(width(settings.recall(key, "")) / split.getWidth());
        split.getDividers().get(0).positionProperty().addListener((property, before, now) -> {
            double left = now.doubleValue() * split.getWidth();
            settings.remember(key, String.valueOf(Math.round(left)));
        });
    }

    private double width(String remembered) {
        return remembered.matches("\\d{2,4}") ? Integer.parseInt(remembered) : usual;
    }
}
