package dev.fathom.ui.export;

import dev.fathom.run.ExportOptions;
import java.util.function.Function;
import javafx.scene.control.ComboBox;
import javafx.util.StringConverter;

/** Options in words, in their fields. */
final class Words {
    private Words() {}

    static String of(ExportOptions.Input input) {
        return switch (input) {
            case AUTO -> "as suits the format";
            case FLOAT -> "float, 0 to 255";
            case UINT8 -> "uint8, 0 to 255";
            case INT8 -> "int8, -128 to 127";
        };
    }

    static String of(ExportOptions.Output output) {
        return switch (output) {
            case FULL -> "of the picture";
            case NETWORK -> "as computed, smaller";
        };
    }

    static String of(ExportOptions.Unit unit) {
        return unit.plural();
    }

    /** Shows a box's values in words. */
    static <T> void in(ComboBox<T> box, Function<T, String> words) {
        box.setConverter(new StringConverter<>() {
            @Override
            public String toString(T value) {
                return value == null ? "" : words.apply(value);
            }

            @Override
            public T fromString(String text) {
                throw new UnsupportedOperationException("a box without typing");
            }
        });
    }
}
