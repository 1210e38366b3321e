package dev.fathom.ui.look;

import dev.fathom.ui.base.Reason;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.Control;

/** Controls that are off without a reason that the pointer brings up. */
final class DeadControls {
    private DeadControls() {}

    static List<String> faults(List<Seen> seen) {
        return seen.stream()
                .filter(one -> one.node() instanceof Control && one.node().isDisable() && !hasReason(one.node()))
                .map(one -> "no reason why " + one.name() + " is off")
                .toList();
    }

    private static boolean hasReason(Node node) {
        for (Node n = node; n != null && n.isDisabled(); n = n.getParent()) {
            if (!Reason.of(n).isEmpty()) {
                return true;
            }
        }
        return false;
    }
}
