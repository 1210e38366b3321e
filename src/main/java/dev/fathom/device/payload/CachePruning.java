package dev.fathom.device.payload;

import static dev.fathom.device.ShellQuote.quote;

import dev.fathom.device.CommandResult;
import dev.fathom.device.Machine;
import dev.fathom.device.MarkedLines;
import java.io.IOException;
import java.time.Duration;
import java.util.Collection;
import java.util.List;

/** Removes from the cache folder of a device what nobody needs any more: only folders that are named by a content. */
final class CachePruning {
    private static final Duration LIMIT = Duration.ofSeconds(120);
    private static final long KILO = 1024;

    /** The folder of a content is as old as its last use. */
    private static final String SCRIPT =
            """
            cd "$cache" || exit 0
            used=0
            for name in $(ls -t | grep -E '^[0-9a-f]{64}$'); do
                [ -d "$name" ] && [ ! -L "$name" ] || continue
                size=$(du -sk "$name" | cut -f 1)
                used=$((used + size))
                case " $keep " in *" $name "*) continue ;; esac
                days=$old
                [ "$used" -gt "$most" ] && days=$recent
                [ "$days" -lt 0 ] || [ -n "$(find "$name" -prune -mtime "+$days")" ] || continue
                rm -rf "$name" && printf '\\nFATHOM removed %s\\n' "$size"
            done
            """;

    private final Machine machine;
    private final String cache;

    CachePruning(Machine machine, String cache) {
        this.machine = machine;
        this.cache = cache;
    }

    /**
     * Removes what was not used for long, and, where all together is too much, what was not used lately.
     *
     * @param keep contents that stay whatever their age
     * @param oldDays more than so many whole days without use are long; -1 for everything
     * @param recentDays up to so many are lately
     */
    Removed prune(Collection<String> keep, long mostBytes, int oldDays, int recentDays) throws IOException {
        String variables = String.join(
                "\n",
                "cache=" + quote(cache),
                "keep=" + quote(String.join(" ", keep)),
                "most=" + mostBytes / KILO,
                "old=" + oldDays,
                "recent=" + recentDays,
                "");
        CommandResult result = machine.run(variables + SCRIPT, LIMIT);
        List<String> sizes = MarkedLines.of(result.out()).all("removed");
        long kilobytes = sizes.stream()
                .filter(size -> size.matches("\\d{1,12}"))
                .mapToLong(Long::parseLong)
                .sum();
        return new Removed(sizes.size(), kilobytes * KILO);
    }
}
