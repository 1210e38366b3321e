package dev.fathom.ui.runs;

import dev.fathom.ui.desk.Settings;
import dev.fathom.ui.plot.Along;
import dev.fathom.ui.plot.Curves;
import java.util.function.Consumer;
import javafx.beans.property.Property;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Lets the page of runs begin as it was left: filter, order, and how curves are drawn. */
final class RunsMemory {
    private static final Logger LOG = LoggerFactory.getLogger(RunsMemory.class);
    private static final String PAGE = "runs.";

    private final Settings settings;

    private RunsMemory(Settings settings) {
        this.settings = settings;
    }

    /** Restores the page and from then on remembers its changes. */
    static void connect(Settings settings, RunsViewModel model) {
        RunsMemory memory = new RunsMemory(settings);
        RunList list = model.list();
        Curves curves = model.run().curves();
        memory.keep("filter", list.filterProperty(), list.filterProperty()::set);
        memory.keep("order", list.orderProperty(), name -> list.orderProperty().set(RunOrder.valueOf(name)));
        memory.keep("curves", curves.groupProperty(), name -> curves.groupProperty()
                .set(CurveGroup.valueOf(name).name()));
        memory.keep(
                "along", curves.alongProperty(), name -> curves.alongProperty().set(Along.valueOf(name)));
        memory.keep("smoothing", curves.smoothingProperty(), text -> curves.smoothingProperty()
                .set(Math.min(Curves.MOST_SMOOTHING, Integer.parseUnsignedInt(text))));
        memory.keep("logarithmic", curves.logarithmicProperty(), text -> curves.logarithmicProperty()
                .set(Boolean.parseBoolean(text)));
    }

    private void keep(String name, Property<?> property, Consumer<String> restore) {
        String text = settings.recall(PAGE + name, "");
        if (!text.isEmpty()) {
            restore(text, restore);
        }
        property.addListener(change -> settings.remember(PAGE + name, text(property.getValue())));
    }

    /** What is not understood is left as it is: the file may be of another version. */
    private static void restore(String text, Consumer<String> restore) {
        try {
            restore.accept(text);
        } catch (IllegalArgumentException e) {
            LOG.debug("The remembered \"{}\" is not understood", text, e);
        }
    }

    private static String text(Object value) {
        return value instanceof Enum<?> constant ? constant.name() : String.valueOf(value);
    }
}
