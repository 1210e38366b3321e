package dev.fathom.run;

import dev.fathom.core.Sha256;
import dev.fathom.core.UserException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The checkpoints of a run. Data files are written whole under new names, then the small pointer {@code last.json} or
 * {@code best.json} is swung to them by one atomic rename, then the files it pointed to before are deleted: after a
 * crash at any moment the pointer names files that are complete and belong together.
 *
 * @param folder the run's {@code checkpoints} folder, which need not exist
 */
public record Checkpoints(Path folder) {
    /** The newest state, from which training goes on. */
    public static final String LAST = "last";
    /** The weights of the best validation. */
    public static final String BEST = "best";

    /** Role of the network's weights. */
    public static final String WEIGHTS = "weights";
    /** Role of the optimiser's state. */
    public static final String OPTIMIZER = "optimizer";
    /** Role of what the losses have learnt; only there if they learn something. */
    public static final String AUXILIARY = "auxiliary";

    /** Writes one data file. */
    @FunctionalInterface
    public interface Content {
        void writeTo(Path file) throws IOException;
    }

    public static Checkpoints of(RunFolder run) {
        return new Checkpoints(run.checkpoints());
    }

    /**
     * A checkpoint by name, its files checked for size.
     *
     * @throws UserException if it is damaged
     */
    public Optional<Checkpoint> find(String name) throws IOException {
        if (!Files.exists(pointer(name))) {
            return Optional.empty();
        }
        Checkpoint found = Json.readFile(pointer(name), Checkpoint.class);
        for (Checkpoint.StoredFile file : found.files().values()) {
            requireSize(file);
        }
        return Optional.of(found);
    }

    /**
     * The weights to use for prediction and export: those of the best validation, else the last.
     *
     * @throws UserException if the run has no checkpoint, or a damaged one
     */
    public Path weights() throws IOException {
        Optional<Checkpoint> found = find(BEST);
        if (found.isEmpty()) {
            found = find(LAST);
        }
        return file(
                found.orElseThrow(() -> new UserException(
                        "The run " + folder.toAbsolutePath().getParent().getFileName() + " has no weights yet",
                        "Train it for at least one epoch")),
                WEIGHTS);
    }

    /**
     * A data file of a checkpoint, its content checked.
     *
     * @throws UserException if the file is damaged
     */
    public Path file(Checkpoint checkpoint, String role) throws IOException {
        Checkpoint.StoredFile stored = checkpoint.files().get(role);
        if (stored == null) {
            throw new IllegalArgumentException("a checkpoint without " + role);
        }
        requireSize(stored);
        Path file = folder.resolve(stored.name());
        if (!Sha256.of(file).equals(stored.sha256())) {
            throw damaged(file, "its content has changed since it was written");
        }
        return file;
    }

    /** Writes a checkpoint; see the class for what a crash leaves. */
    public Checkpoint write(
            String name, Map<String, Content> contents, Checkpoint.Position position, RunInfo.Best best, Instant now)
            throws IOException {
        Files.createDirectories(folder);
        String stem = freeStem(name, position.step());
        Map<String, Checkpoint.StoredFile> files = new TreeMap<>();
        for (Map.Entry<String, Content> content : contents.entrySet()) {
            String role = content.getKey();
            Path file = folder.resolve(stem + (role.equals(WEIGHTS) ? "" : "." + role) + ".safetensors");
            content.getValue().writeTo(file);
            files.put(
                    role, new Checkpoint.StoredFile(file.getFileName().toString(), Files.size(file), Sha256.of(file)));
        }
        Checkpoint written = new Checkpoint(files, position, best, now);
        Json.writeFile(pointer(name), written);
        deleteOthers(name, written);
        return written;
    }

    private Path pointer(String name) {
        return folder.resolve(name + ".json");
    }

    private String freeStem(String name, long step) throws IOException {
        List<String> taken = fileNames();
        for (int i = 1; ; i++) {
            String stem = name + "-" + step + (i == 1 ? "" : "-" + i);
            if (taken.stream().noneMatch(file -> file.startsWith(stem + "."))) {
                return stem;
            }
        }
    }

    /** Files of earlier checkpoints of this name, and what a killed process left half written. */
    private void deleteOthers(String name, Checkpoint current) throws IOException {
        for (String file : fileNames()) {
            boolean ours = file.startsWith(name + "-") || file.startsWith("." + name);
            boolean used =
                    current.files().values().stream().anyMatch(f -> f.name().equals(file));
            if (ours && !used) {
                Files.deleteIfExists(folder.resolve(file));
            }
        }
    }

    private List<String> fileNames() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString()).collect(Collectors.toList());
        }
    }

    private void requireSize(Checkpoint.StoredFile stored) throws IOException {
        Path file = folder.resolve(stored.name());
        try {
            long bytes = Files.size(file);
            if (bytes != stored.bytes()) {
                throw damaged(file, "it has " + bytes + " bytes instead of " + stored.bytes());
            }
        } catch (NoSuchFileException e) {
            throw damaged(file, "the file is missing");
        }
    }

    private static UserException damaged(Path file, String how) {
        return new UserException(
                "The checkpoint file " + file + " is damaged: " + how, "Restore it from a copy, or start a new run");
    }
}
