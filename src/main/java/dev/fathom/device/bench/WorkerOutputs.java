package dev.fathom.device.bench;

import dev.fathom.core.Monitor;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** Has a worker process run the models, {@code fathom expected-output}: a crash of the native library costs the worker. */
public record WorkerOutputs(FathomWorker worker) implements DesktopOutputs {
    private static final String EXACT = ".exact";
    private static final String ROUGH = ".rough";

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
    public static String fileName(int model, boolean exact) {
        return model + (exact ? EXACT : ROUGH);
    }

    @Override
    public List<Output> of(List<Path> models, Monitor monitor) throws IOException {
        Path folder = Files.createTempDirectory("fathom-outputs");
        try {
            worker.run(words(models, folder), monitor);
            List<Output> outputs = new ArrayList<>();
            for (int i = 0; i < models.size(); i++) {
                boolean exact = Files.exists(folder.resolve(fileName(i, true)));
                outputs.add(new Output(Files.readAllBytes(folder.resolve(fileName(i, exact))), exact));
            }
            return outputs;
        } finally {
            remove(folder);
        }
    }

    private static void remove(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }
}
