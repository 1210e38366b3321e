package dev.fathom.cli;

import dev.fathom.device.probe.DeviceCheck;
import dev.fathom.run.DeviceProbe;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** A device and its checks for people. */
final class ProbeText {
    private ProbeText() {}

    static String of(DeviceProbe probe, List<DeviceCheck> checks) {
        List<String> lines = new ArrayList<>();
        lines.add(probe.summary());
        for (DeviceCheck check : checks) {
            lines.add(String.format(
                    Locale.ROOT,
                    "%s %-14s %s%s",
                    check.passed() ? "✓" : "✗",
                    check.name(),
                    check.found(),
                    !check.passed() && check.needed() ? "   (nothing can be measured without it)" : ""));
            if (!check.passed()) {
                String advice = check.advice().isEmpty() ? "" : "   (" + check.advice() + ")";
                lines.add("                 " + check.command() + advice);
            }
        }
        return String.join(System.lineSeparator(), lines);
    }
}
