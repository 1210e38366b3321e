package dev.fathom.jobs;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class BackgroundPriorityTest {
    /** Places of these in Linux's {@code stat} of a process, behind its name. */
    private static final int NICENESS = 16;

    private static final int POLICY = 38;
    private static final String SCHED_IDLE = "5";

    @Test
    void whatIsNotThereOrFailsIsNoWay() {
        assertTrue(BackgroundPriority.works(List.of("/usr/bin/env")));
        assertFalse(BackgroundPriority.works(List.of("/usr/bin/env", "false")));
        assertFalse(BackgroundPriority.works(List.of("/no/such/program")));
    }

    @Test
    void aProgramBehindItHasOnlyWhatOthersLeaveAndItsNumberIsKept() throws IOException {
        List<String> command = new ArrayList<>(BackgroundPriority.prefix());
        assumeTrue(!command.isEmpty() && Files.exists(Path.of("/proc/self/stat")), "this system offers no way");
        command.addAll(List.of("cat", "/proc/self/stat"));
        Process process = new ProcessBuilder(command).start();
        String stat = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertEquals(process.pid(), Long.parseLong(stat.substring(0, stat.indexOf(' '))));
        String[] fields = stat.substring(stat.lastIndexOf(')') + 2).split(" ");
        assertTrue(fields[POLICY].equals(SCHED_IDLE) || Integer.parseInt(fields[NICENESS]) >= 10, stat);
    }
}
