package dev.fathom.device.bench;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import dev.fathom.core.Monitor;
import dev.fathom.core.UserException;
import dev.fathom.device.LocalMachine;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What a runner may print, and how it may end. */
class RunnerProcessTest {
    private final List<String> seen = new ArrayList<>();
    private final Monitor monitor = new Monitor() {
        @Override
        public void progress(String stage, long done, long total) {
            seen.add(stage + " " + done + "/" + total);
        }

        @Override
        public boolean isCancelled() {
            return false;
        }
    };

    @BeforeEach
    void onlyWhereThereIsAShell() {
        assumeFalse(System.getProperty("os.name").startsWith("Windows"));
    }

    private RunnerMessage.Result run(String command) throws IOException {
        return new RunnerProcess(new LocalMachine(), monitor).run(command);
    }

    @Test
    void onlyMarkedLinesCountWhateverElseIsPrinted() throws IOException {
        RunnerMessage.Result result = run(
                """
                printf 'Welcome to Pi\\r\\n\\r\\nFATHOM is great\\r\\n'
                printf '\\nFATHOM-PROGRESS {"stage": "Größe", "done": 3, "total": 7, "new": 1}\\r\\n'
                printf 'INFO: Created delegate\\nx FATHOM-RESULT {"error": "no"}\\n\\377\\376\\n'
                printf '\\nFATHOM-RESULT {"runtime": "TFLite 9", "notes": [], "results": [], "later": {}}\\r\\nbye\\n'
                """);
        assertEquals(List.of("Größe 3/7"), seen);
        assertEquals("TFLite 9", result.runtime());
    }

    @Test
    void anErrorIsInTheRunnersOwnWords() {
        UserException e = assertThrows(
                UserException.class,
                () -> run("printf '\\nFATHOM-RESULT {\"error\": \"It is cold\", \"remedy\": \"Heat\"}\\n'; exit 2"));
        assertEquals("It is cold. Heat.", e.sentence());
    }

    @Test
    void anEndWithoutAWordIsToldWithItsLastError() {
        UserException crashed =
                assertThrows(UserException.class, () -> run("echo one >&2; echo 'terminate called' >&2; kill -9 $$"));
        assertTrue(
                crashed.what().endsWith("was ended by signal 9 without a result (it last said: terminate called)"),
                crashed.what());
        UserException gone = assertThrows(UserException.class, () -> run("exit 127"));
        assertTrue(gone.what().endsWith("ended with exit code 127 without a result"), gone.what());
    }

    @Test
    void aResultThatIsCutOffIsNone() {
        UserException none =
                assertThrows(UserException.class, () -> run("printf '\\nFATHOM-RESULT {\"runtime\": \"TF'"));
        assertTrue(none.what().endsWith("ended with exit code 0 without a result"), none.what());
    }
}
