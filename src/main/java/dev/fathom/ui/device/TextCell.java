package dev.fathom.ui.device;

import java.util.function.Function;
import javafx.scene.control.ListCell;
import org.kordamp.ikonli.javafx.FontIcon;

/** A line of a list with an icon. */
final class TextCell<T> extends ListCell<T> {
    private final Function<T, String> text;
    private final Function<T, String> icon;

    TextCell(Function<T, String> text, Function<T, String> icon) {
        this.text = text;
        this.icon = icon;
    }

    @Override
    protected void updateItem(T item, boolean empty) {
        super.updateItem(item, empty);
        setText(empty || item == null ? null : text.apply(item));
        setGraphic(empty || item == null ? null : new FontIcon(icon.apply(item)));
    }
}
