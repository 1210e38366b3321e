package dev.fathom.run;

import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * What is needed to understand a run's numbers later.
 *
 * @param versions of Java, DJL, libtorch and so on, by name
 * @param command the words that started the run
 * @param dataset fingerprint of the data's names and sizes
 * @param sources how the data set was read and divided, and SHA-256 of what else went in: the teacher's weights, those it began with, the names and sizes of
 *     unlabelled pictures
 */
public record Provenance(
        String fathom,
        String commit,
        long seed,
        Map<String, String> versions,
        String os,
        String cpu,
        int cores,
        String gpu,
        List<String> command,
        String dataset,
        Map<String, String> sources,
        Instant recorded) {

    public Provenance {
        sources = sources == null ? Map.of() : sources;
    }

    /** Fills in what the JDK knows; {@code versions} names the libraries. */
    public static Provenance record(
            long seed,
            Map<String, String> versions,
            String gpu,
            List<String> command,
            String dataset,
            Map<String, String> sources,
            Instant now) {
        return new Provenance(
                Version.current().number(),
                Version.current().commit(),
                seed,
                versions,
                System.getProperty("os.name") + " " + System.getProperty("os.version") + " "
                        + System.getProperty("os.arch"),
                Cpu.name(),
                Runtime.getRuntime().availableProcessors(),
                gpu,
                command,
                dataset,
                sources,
                now);
    }
}
