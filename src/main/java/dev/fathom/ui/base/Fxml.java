package dev.fathom.ui.base;

import java.io.IOException;
import java.io.UncheckedIOException;
import javafx.fxml.FXMLLoader;
import javafx.scene.Parent;

/** Loads a page from {@code /fxml/NAME.fxml} with a controller that the caller has made. */
public final class Fxml {
    private Fxml() {}

    public static Parent load(String name, Object controller) {
        FXMLLoader loader = new FXMLLoader(Fxml.class.getResource("/fxml/" + name + ".fxml"));
        loader.setClassLoader(Fxml.class.getClassLoader());
        loader.setControllerFactory(type -> controller);
        try {
            return loader.load();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot load " + name + ".fxml", e);
        }
    }
}
