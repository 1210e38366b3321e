package dev.fathom.ui.device;

import dev.fathom.core.UserException;
import dev.fathom.device.ssh.SshTarget;
import dev.fathom.ui.desk.Settings;
import java.util.stream.Collectors;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/** The places that the user has entered, remembered from start to start. Addresses only, never a secret. */
final class Places {
    private static final String KEY = "device.hosts";

    private final Settings settings;
    private final ObservableList<Place> all = FXCollections.observableArrayList(Place.HERE);

    Places(Settings settings) {
        this.settings = settings;
        settings.recall(KEY, "")
                .lines()
                .filter(line -> problem(line).isEmpty())
                .forEach(line -> all.add(new Place(line)));
    }

    /** This computer first, then in the order in which they were added. */
    ObservableList<Place> all() {
        return all;
    }

    /** Why a text is no place, or an empty text. */
    static String problem(String host) {
        if (host.isBlank()) {
            return "Write user@host or user@host:port";
        }
        try {
            SshTarget.parse(host);
            return "";
        } catch (UserException e) {
            return e.sentence();
        }
    }

    /** The place of that name, added if it is new. */
    Place add(String host) {
        Place place = new Place(host.strip());
        if (!all.contains(place)) {
            all.add(place);
            save();
        }
        return place;
    }

    void remove(Place place) {
        if (!place.isHere() && all.remove(place)) {
            save();
        }
    }

    private void save() {
        settings.remember(KEY, all.stream().skip(1).map(Place::host).collect(Collectors.joining("\n")));
        settings.save();
    }
}
