package dev.fathom.run;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Instant;
import java.util.Optional;

/**
 * The process that writes a run. The start time tells a process from a later one with the same number.
 *
 * @param host name of its machine; a run copied from elsewhere cannot be asked whether it lives
 */
public record OwnerProcess(long pid, Instant started, String host) {

    private static final String HOST = findHostName();

    /** This very process. */
    public static OwnerProcess current() {
        ProcessHandle self = ProcessHandle.current();
        return new OwnerProcess(self.pid(), self.info().startInstant().orElse(null), HOST);
    }

    /** True if it still runs on this machine. */
    @JsonIgnore
    public boolean isAlive() {
        if (!HOST.equals(host)) {
            return false;
        }
        Optional<ProcessHandle> found = ProcessHandle.of(pid).filter(ProcessHandle::isAlive);
        return found.isPresent()
                && (started == null
                        || started.equals(found.get().info().startInstant().orElse(started)));
    }

    private static String findHostName() {
        try {
            return InetAddress.getLocalHost().getHostName();
        } catch (UnknownHostException e) {
            return "localhost";
        }
    }
}
