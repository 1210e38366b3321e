package dev.fathom.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.fathom.device.bench.RunWithExports;
import dev.fathom.device.bench.SmallModel;
import dev.fathom.device.ssh.OpenSshServer;
import dev.fathom.device.ssh.TestUser;
import dev.fathom.jobs.ExitCodes;
import dev.fathom.run.ExportFormat;
import dev.fathom.run.LatencyHistory;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** {@code fathom latency} from the words to the report: with its worker, and with a password typed on a terminal. */
@Timeout(240)
class LatencyEndToEndTest {
    private static final String PASSWORD = "Rübe 1'\"$";
    private static final Path SCRIPT = Path.of("/usr/bin/script");

    @TempDir
    private Path folder;

    private RunWithExports run;
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();

    @BeforeEach
    void exportARun() throws IOException {
        Assumptions.assumeTrue(System.getProperty("os.name").equals("Linux"));
        run = RunWithExports.in(folder);
        run.add(SmallModel.export(folder.resolve("small.tflite")), ExportFormat.F32, 0.3);
        run.evaluated("val-mai", "mai", RunWithExports.DATA, 0.3, 1);
    }

    @Test
    void aRunIsMeasuredHereComparedScoredAndKept() throws IOException {
        String[] words = {
            "latency",
            "small",
            "--local",
            "--workspace",
            folder.toString(),
            "--threads",
            "1",
            "--runs",
            "12",
            "--pause",
            "0.001",
            "--warm-up",
            "2",
            "--score",
            "--json"
        };
        PrintStream silent = new PrintStream(OutputStream.nullOutputStream());
        Session session =
                new TerminalSession(new PrintStream(out, true, StandardCharsets.UTF_8), silent, List.of(words), false);
        assertEquals(
                ExitCodes.SUCCESS,
                CommandLineFront.commandLine(session).execute(words),
                out.toString(StandardCharsets.UTF_8));
        JsonNode both = new ObjectMapper().readTree(out.toByteArray());
        JsonNode report = both.at("/reports/0");
        assertEquals(12, report.get("runs_millis").size());
        assertTrue(report.at("/details/output/desktop/same").asBoolean(), report.toPrettyString());
        assertFalse(
                report.at("/details/verdict").toString().contains("had not settled"),
                "two runs of warm-up do not tell");
        assertEquals(0.3, both.at("/scores/0/si_rmse/value").asDouble());
        assertEquals(1, new LatencyHistory(run.run()).all().size());
    }

    @Test
    void aPasswordTypedOnATerminalOpensANewHostOnlyIfThatIsAllowed() throws Exception {
        Assumptions.assumeTrue(Files.isExecutable(SCRIPT), "needs a terminal for the program: script");
        try (TestUser user = TestUser.make(folder, PASSWORD);
                OpenSshServer server = OpenSshServer.start(
                        folder.resolve("server"), List.of("ed25519"), "PasswordAuthentication yes")) {
            Path home = Files.createDirectories(folder.resolve("nobody's home"));
            String place = user.name() + "@127.0.0.1:" + server.port();
            String refused = onATerminal(home, "latency --probe --host " + place);
            assertTrue(refused.contains(server.fingerprint("ed25519")), refused);
            assertTrue(refused.contains("--accept-new-host"), refused);
            String said = onATerminal(home, "latency --probe --accept-new-host --host " + place);
            assertTrue(said.contains("Password of " + place), said);
            assertTrue(said.contains("✓ Python"), said);
            assertFalse(said.contains(PASSWORD), "it is not shown");
            // The machine's own configuration may want names hashed.
            String known = Files.readString(home.resolve(".ssh/known_hosts"));
            assertTrue(known.contains(server.hostKey("ed25519")), known);
        }
    }

    /** What the program shows; the password is typed as soon as it is asked for. */
    private String onATerminal(Path home, String words) throws Exception {
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        Path start = Files.writeString(
                folder.resolve("start.sh"),
                "exec '" + java + "' -XX:TieredStopAtLevel=1 '-Duser.home="
                        + home.toString().replace("'", "'\\''") + "' -cp '" + System.getProperty("java.class.path")
                        + "' dev.fathom.Main " + words + "\n");
        Process process = new ProcessBuilder(SCRIPT.toString(), "-qec", "sh " + start, "/dev/null")
                .redirectErrorStream(true)
                .start();
        StringBuilder said = new StringBuilder();
        boolean typed = false;
        try (InputStream shown = process.getInputStream()) {
            byte[] chunk = new byte[4096];
            for (int count = shown.read(chunk); count >= 0; count = shown.read(chunk)) {
                said.append(new String(chunk, 0, count, StandardCharsets.UTF_8));
                if (!typed && said.indexOf("Password of ") >= 0) {
                    typed = true;
                    process.getOutputStream().write((PASSWORD + "\n").getBytes(StandardCharsets.UTF_8));
                    process.getOutputStream().flush();
                }
            }
        }
        assertTrue(process.waitFor(60, TimeUnit.SECONDS), said.toString());
        return said.toString();
    }
}
