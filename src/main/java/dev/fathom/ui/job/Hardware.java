package dev.fathom.ui.job;

import com.sun.management.OperatingSystemMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What the machine is doing: processor, memory, and the first NVIDIA card if {@code nvidia-smi} is there. */
public final class Hardware {
    private static final Logger LOG = LoggerFactory.getLogger(Hardware.class);
    private static final double GIGABYTE = 1 << 30;
    private static final long PATIENCE_SECONDS = 5;

    private final OperatingSystemMXBean system = ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);
    private boolean card = true;

    /** "CPU 96 %  ·  memory 5.1 of 7.8 GB  ·  GPU 71 %, 3.2 of 8.0 GB"; not for the window's thread. */
    public String sample() {
        double load = Math.max(0, system.getCpuLoad());
        double total = system.getTotalMemorySize() / GIGABYTE;
        double used = total - system.getFreeMemorySize() / GIGABYTE;
        return String.format(Locale.ROOT, "CPU %.0f %%  ·  memory %.1f of %.1f GB", 100 * load, used, total) + gpu();
    }

    private String gpu() {
        if (!card) {
            return "";
        }
        try {
            Process process = new ProcessBuilder(
                            "nvidia-smi",
                            "--query-gpu=utilization.gpu,memory.used,memory.total",
                            "--format=csv,noheader,nounits")
                    .redirectErrorStream(true)
                    .start();
            String answer = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            card = process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS) && process.exitValue() == 0;
            return card ? gpuText(answer) : "";
        } catch (IOException | NumberFormatException e) {
            LOG.debug("There is no NVIDIA card to ask", e);
            card = false;
            return "";
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return "";
        }
    }

    /** @param answer lines of "71, 3277, 8192": per cent, and memory in MiB */
    static String gpuText(String answer) {
        String[] cells = answer.lines().findFirst().orElse("").split("\\s*,\\s*");
        return cells.length < 3
                ? ""
                : String.format(
                        Locale.ROOT,
                        "  ·  GPU %s %%, %.1f of %.1f GB",
                        cells[0].strip(),
                        Double.parseDouble(cells[1]) / 1024,
                        Double.parseDouble(cells[2].strip()) / 1024);
    }
}
