package dev.fathom.device.bench;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.fathom.core.Monitor;
import dev.fathom.device.ssh.HostKeyQuestion;
import dev.fathom.device.ssh.SecretPrompt;
import dev.fathom.device.ssh.SshConnector;
import dev.fathom.device.ssh.SshFiles;
import dev.fathom.device.ssh.SshMachine;
import dev.fathom.device.ssh.SshTarget;
import dev.fathom.run.DeviceProbe;
import dev.fathom.run.OutputCheck;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * An aarch64 system behind its own OpenSSH server, real or emulated: {@code FATHOM_EMULATED_PI=host:port:keyfile}, user
 * {@code pi}. Times of an emulated one mean nothing; what it computes does.
 */
@Tag("slow")
class EmulatedPiTest {
    @TempDir
    private Path folder;

    private SshMachine connect() throws IOException {
        String place = System.getenv("FATHOM_EMULATED_PI");
        assumeTrue(place != null, "FATHOM_EMULATED_PI=host:port:keyfile is not set");
        String[] words = place.split(":", 3);
        Path ssh = Files.createDirectories(folder.resolve(".ssh"));
        Path key = Files.copy(Path.of(words[2]), ssh.resolve("id_ed25519"));
        Files.setPosixFilePermissions(key, PosixFilePermissions.fromString("rw-------"));
        SshFiles files = new SshFiles(folder, folder, Optional.empty());
        return new SshConnector(files, HostKeyQuestion.ACCEPT_NEW, SecretPrompt.NOBODY, warning -> {})
                .connect(SshTarget.parse("pi@" + words[0] + ":" + words[1]), () -> false);
    }

    @Test
    void itsOutputIsTheDesktops() throws IOException {
        Path one = SmallModel.export(folder.resolve("it's one.tflite"));
        Path other = SmallModel.exportOther(folder.resolve("größer.tflite"));
        try (SshMachine machine = connect()) {
            BenchmarkRequest request = new BenchmarkRequest(
                    List.of(one, other),
                    BenchmarkOptions.usual().withThreads(1, 2).withWarmUp(10).withRuns(5));
            List<Measurement> measured = RemoteBenchmark.run(machine, request, Monitor.NONE);
            assertEquals(4, measured.size());
            for (Measurement m : measured) {
                DeviceProbe probe = m.report().details().probe();
                assertEquals("aarch64", probe.architecture());
                assertEquals(1, m.report().xnnpackPartitions());
                OutputCheck.Difference difference = OutputComparison.of(
                        "float32", m.output(), SmallModel.desktopOutput(m.model()), OutputComparison.FLOAT_LIMIT);
                assertTrue(difference.same(), m.report().model() + ": " + difference);
            }
        }
    }
}
