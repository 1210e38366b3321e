package dev.fathom.study;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import dev.fathom.core.UserException;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;

/** A number that the table shows for each row. */
enum Column {
    SI_RMSE("si-RMSE", "/metrics/si_rmse", 4),
    RMSE("RMSE (m)", "/metrics/rmse", 3),
    ABS_REL("REL", "/metrics/abs_rel", 4),
    LOG10("log10", "/metrics/log10", 4),
    PARAMETERS("parameters", "/parameters", 0),
    MACS("MACs", "/macs", 0),
    /** Median on this machine of the exported network of the first seed, one thread. */
    LATENCY("latency (ms)", "/statistics/p50", 2);

    private final String title;
    private final String pointer;
    private final int decimals;

    Column(String title, String pointer, int decimals) {
        this.title = title;
        this.pointer = pointer;
        this.decimals = decimals;
    }

    String title() {
        return title;
    }

    /** Where the number lies in what {@code evaluate}, or {@code latency}, reports. */
    String pointer() {
        return pointer;
    }

    /** True if the number is a property of the network and not of its training. */
    boolean isConstant() {
        return this == PARAMETERS || this == MACS;
    }

    /** The number for people. */
    String text(double value) {
        return String.format(Locale.ROOT, "%,." + decimals + "f", value);
    }

    @JsonValue
    String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    @JsonCreator
    static Column of(String key) {
        return Arrays.stream(values())
                .filter(column -> column.key().equals(key))
                .findFirst()
                .orElseThrow(() -> new UserException(
                        "There is no column \"" + key + "\"",
                        "Use " + Arrays.stream(values()).map(Column::key).collect(Collectors.joining(", "))));
    }
}
