package dev.fathom.device.bench;

import java.util.List;
import java.util.stream.Collectors;

/**
 * The numbers of threads that a device is measured with.
 *
 * @param counts one after the other
 * @param notes what is to be known about them
 */
public record ThreadCounts(List<Integer> counts, List<String> notes) {
    /** One core, two, and all four of a Raspberry Pi. */
    static final List<Integer> USUAL = List.of(1, 2, 4);

    public ThreadCounts {
        counts = List.copyOf(counts);
        notes = List.copyOf(notes);
    }

    /**
     * The usual numbers as far as there are cores for them; others that were asked for whatever they are.
     *
     * @param wanted empty for the usual ones
     * @param cores null if not known
     */
    public static ThreadCounts of(List<Integer> wanted, Integer cores) {
        List<Integer> asked = wanted.isEmpty() ? USUAL : wanted;
        List<Integer> tooMany = cores == null
                ? List.of()
                : asked.stream().filter(count -> count > Math.max(1, cores)).toList();
        if (tooMany.isEmpty()) {
            return new ThreadCounts(asked, List.of());
        }
        String many = tooMany.stream().map(String::valueOf).collect(Collectors.joining(" and ")) + " threads ";
        String has = "the device has " + cores + (cores == 1 ? " core" : " cores");
        return wanted.isEmpty()
                ? new ThreadCounts(
                        asked.stream().filter(count -> !tooMany.contains(count)).toList(),
                        List.of("Not measured with " + many + "because " + has))
                : new ThreadCounts(asked, List.of(has.replaceFirst("^t", "T") + ": " + many + "wait for each other"));
    }
}
