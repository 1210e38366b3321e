package dev.fathom.ui.base;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.reflect.Constructor;
import java.util.ArrayList;
import java.util.List;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/** The kinds of nodes that an FXML file imports. */
public final class FxmlKinds {
    private FxmlKinds() {}

    /**
     * Makes one of each kind and drops it, so that its classes are loaded when the page is made. Nodes that no window
     * shows may be made on any thread.
     *
     * @param name as for {@link Fxml#load}
     */
    public static void readAhead(String name) {
        for (String kind : kinds(name)) {
            try {
                make(Class.forName(kind, true, FxmlKinds.class.getClassLoader()));
            } catch (ReflectiveOperationException e) {
                throw new IllegalStateException(name + ".fxml imports " + kind + ", which cannot be made", e);
            }
        }
    }

    /** Kinds that cannot be made from nothing are loaded only. */
    private static void make(Class<?> kind) throws ReflectiveOperationException {
        for (Constructor<?> constructor : kind.getConstructors()) {
            if (constructor.getParameterCount() == 0) {
                constructor.newInstance();
            }
        }
    }

    private static List<String> kinds(String name) {
        List<String> kinds = new ArrayList<>();
        try (InputStream file = FxmlKinds.class.getResourceAsStream("/fxml/" + name + ".fxml")) {
            XMLStreamReader reader = XMLInputFactory.newDefaultFactory().createXMLStreamReader(file);
            while (reader.hasNext()) {
                if (reader.next() == XMLStreamConstants.PROCESSING_INSTRUCTION) {
                    kinds.add(reader.getPIData().strip());
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + name + ".fxml", e);
        } catch (XMLStreamException e) {
            throw new IllegalStateException(name + ".fxml is no XML", e);
        }
        return kinds;
    }
}
