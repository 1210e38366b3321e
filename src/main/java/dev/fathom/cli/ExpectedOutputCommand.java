package dev.fathom.cli;

import dev.fathom.core.AtomicFiles;
import dev.fathom.device.bench.Agreement;
import dev.fathom.device.bench.WorkerOutputs;
import dev.fathom.export.ExpectedOutput;
import dev.fathom.export.tflite.TfliteModel;
import dev.fathom.jobs.ExitCodes;
import dev.fathom.run.Json;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code fathom expected-output}: started by {@code latency} as a worker, because it loads the native library. */
@Command(
        name = "expected-output",
        hidden = true,
        description = "Writes what models give on this machine for the fixed picture.")
final class ExpectedOutputCommand extends HeavyCommand {
    @Parameters(paramLabel = "MODEL", arity = "1..*")
    private List<Path> models;

    @Option(names = "--out", required = true, paramLabel = "DIR", description = "Gets 0.close, 1.bits and so on.")
    private Path folder;

    ExpectedOutputCommand(Session session) {
        super(session);
    }

    @Override
    int work() throws IOException {
        for (int i = 0; i < models.size(); i++) {
            ExpectedOutput output = ExpectedOutput.of(TfliteModel.read(models.get(i)));
            AtomicFiles.write(folder.resolve(WorkerOutputs.fileName(i, agreement(output))), output.content());
        }
        session().result(Json.tree(models.size()), models.size() + " outputs");
        return ExitCodes.SUCCESS;
    }

    private static Agreement agreement(ExpectedOutput output) {
        if (output.integer()) {
            return Agreement.BITS;
        }
        return output.exact() ? Agreement.CLOSE : Agreement.ROUGH;
    }
}
