package dev.fathom.device.bench;

import dev.fathom.core.Monitor;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** Has a worker process run the models, {@code fathom expected-output}: a crash of the native library costs the worker. */
public record WorkerOutputs(FathomWorker worker) implements DesktopOutputs {
    /** Runs a command line of Fathom's in a process of its own. */
    @FunctionalInterface
    public interface FathomWorker {
        /**
         * Runs it to its end.
         *
         * @throws dev.fathom.core.UserException if it fails
         * @throws java.util.concurrent.CancellationException if the monitor says so
         */
        void run(List<String> words, Monitor monitor);
    }

    /** The words of a command line that writes the outputs of models into a folder. */
    private static List<String> words(List<Path> models, Path folder) {
        List<String> words = new ArrayList<>(List.of("expected-output", "--out", folder.toString(), "--"));
        models.forEach(model -> words.add(model.toAbsolutePath().toString()));
        return words;
    }

    /** The file name of one model's output. */
    public static String fileName(int model, Agreement agreement) {
        return model + "." + agreement.text();
    }

    @Override
    public List<Output> of(List<Path> models, Monitor monitor) throws IOException {
        Path folder = Files.createTempDirectory("fathom-outputs");
        try {
            worker.run(words(models, folder), monitor);
            List<Output> outputs = new ArrayList<>();
            for (int i = 0; i < models.size(); i++) {
                outputs.add(read(folder, i));
            }
            return outputs;
        } finally {
            remove(folder);
        }
    }

    private static Output read(Path folder, int model) throws IOException {
        for (Agreement agreement : Agreement.values()) {
            Path file = folder.resolve(fileName(model, agreement));
            if (Files.exists(file)) {
                return new Output(Files.readAllBytes(file), agreement);
            }
        }
        throw new NoSuchFileException(folder.resolve(String.valueOf(model)).toString());
    }

    private static void remove(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }
}
