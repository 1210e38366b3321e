package dev.fathom.run;

import java.util.List;

/**
 * What a device is and how it is. What it does not tell is null.
 *
 * @param board for example {@code Raspberry Pi 4 Model B Rev 1.4}
 * @param os for example {@code Debian GNU/Linux 12 (bookworm)}
 * @param architecture of the kernel, for example {@code aarch64}
 * @param bits of its programs, 32 or 64; a 64-bit kernel may run 32-bit programs
 * @param libc C library and version, for example {@code glibc 2.36}
 * @param memory in bytes
 * @param memoryAvailable in bytes
 * @param governor of the clock, for example {@code ondemand}
 * @param freeDisk in the home folder, in bytes
 * @param python command and version, for example {@code python3 3.11.2}; null if there is none
 * @param runtimes TFLite runtimes that are installed
 */
public record DeviceProbe(
        String board,
        String os,
        String kernel,
        String architecture,
        Integer bits,
        String libc,
        Integer cores,
        Long memory,
        Long memoryAvailable,
        String governor,
        DeviceState state,
        Long freeDisk,
        String python,
        List<String> runtimes) {
    public DeviceProbe {
        runtimes = List.copyOf(runtimes);
    }

    /** Board, cores and system on one line. */
    public String summary() {
        return board + ", " + cores + " cores, " + os + ", " + kernel + " " + architecture
                + (bits == null ? "" : ", " + bits + " bits");
    }
}
