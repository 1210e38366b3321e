package dev.fathom.jobs;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

class BackgroundPriorityTest {
    /** Places of these in Linux's {@code stat} of a process, behind its name. */
    private static final int NICENESS = 16;

    private static final int POLICY = 38;
    private static final String SCHED_IDLE = "5";

    /** Takes long enough to be looked at. */
    private static final List<String> WORK = List.of("describe", "litedepth");

    @Test
    void whatIsNotThereOrFailsIsNoWay() {
        assertTrue(BackgroundPriority.works(List.of("/usr/bin/env")));
        assertFalse(BackgroundPriority.works(List.of("/usr/bin/env", "false")));
        assertFalse(BackgroundPriority.works(List.of("/no/such/program")));
    }

    @Test
    void aWorkerInTheBackgroundHasOnlyWhatOthersLeaveAndAnotherDoesNot() throws IOException, InterruptedException {
        assumeTrue(Files.isExecutable(Path.of("/usr/bin/nice")) && Files.exists(Path.of("/proc/self/stat")));
        String[] own = stat("self");
        assumeTrue(own[POLICY].equals("0") && own[NICENESS].equals("0"), "this test itself has to give way");
        Worker usual = Jobs.start(WORK, progress -> {});
        assertArrayEquals(priority(own), priority(asJava(usual)));
        Worker background = Jobs.startInBackground(WORK, progress -> {});
        String[] given = asJava(background);
        assertTrue(given[POLICY].equals(SCHED_IDLE) || given[NICENESS].equals("10"), String.join(" ", given));
        assertInstanceOf(WorkerResult.Success.class, usual.result().join());
        assertInstanceOf(WorkerResult.Success.class, background.result().join());
    }

    private static String[] priority(String[] stat) {
        return new String[] {stat[NICENESS], stat[POLICY]};
    }

    /** When the program before it has become the worker. */
    private static String[] asJava(Worker worker) throws IOException, InterruptedException {
        String process = String.valueOf(worker.pid());
        while (!Files.readString(Path.of("/proc", process, "comm")).startsWith("java")) {
            Thread.sleep(5);
        }
        return stat(process);
    }

    private static String[] stat(String process) throws IOException {
        String stat = Files.readString(Path.of("/proc", process, "stat"));
        return stat.substring(stat.lastIndexOf(')') + 2).split(" ");
    }
}
