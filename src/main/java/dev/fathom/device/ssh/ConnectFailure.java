package dev.fathom.device.ssh;

import dev.fathom.core.UserException;
import java.net.NoRouteToHostException;
import java.net.PortUnreachableException;
import java.time.Duration;
import java.util.Optional;

/** Says in a sentence why a host could not be reached. */
final class ConnectFailure {
    private static final String IS_IT_ON = "Check that the device is on and in this network";

    private ConnectFailure() {}

    /** No connection came about at all. */
    static UserException unreachable(SshHost host, Throwable cause) {
        String message = String.valueOf(cause.getMessage());
        if (message.contains("refused")) {
            return new UserException(
                    host.address() + " is there, but nothing answers on port " + host.port(),
                    "Enable SSH on the device (sudo raspi-config, Interface Options), or check the port",
                    cause);
        }
        boolean noRoute = cause instanceof NoRouteToHostException
                || cause instanceof PortUnreachableException
                || message.contains("unreachable")
                || message.contains("No route");
        return noRoute
                ? new UserException("There is no way to " + host.address() + " from here", IS_IT_ON, cause)
                : new UserException(host.address() + " cannot be reached (" + message + ")", IS_IT_ON, cause);
    }

    /** Nothing was heard for too long. */
    static UserException silent(SshHost host, Duration limit, boolean connected) {
        String seconds = limit.toSeconds() + " s";
        return connected
                ? new UserException(
                        "What answers on port " + host.port() + " of " + host.address() + " did not speak SSH within "
                                + seconds,
                        "Check the port, and whether the device is very busy")
                : new UserException(host.address() + " did not answer within " + seconds, IS_IT_ON);
    }

    /** The connection ended before the host had shown who it is. */
    static UserException ended(SshHost host, Optional<SshHost> through, boolean spokeSsh, SessionWatch watch) {
        Throwable cause = watch.exception().orElse(null);
        if (watch.nothingInCommon().isPresent()) {
            return new UserException(
                    host.address() + " and Fathom have no common "
                            + watch.nothingInCommon().get(),
                    "Update the SSH server of the device",
                    cause);
        }
        if (!spokeSsh && through.isPresent()) {
            return new UserException(
                    through.get().address() + " gets no SSH connection to " + host.address() + " on port "
                            + host.port(),
                    "Check the name and the port as they are seen from "
                            + through.get().address(),
                    cause);
        }
        if (!spokeSsh) {
            return new UserException(
                    "What answers on port " + host.port() + " of " + host.address() + " is not an SSH server",
                    "Check the port",
                    cause);
        }
        String why = watch.farewell()
                .or(() -> watch.exception().map(Throwable::getMessage))
                .orElse("without a word");
        return new UserException(
                host.address() + " ended the connection: " + why, "Try again, and look into the device's log", cause);
    }
}
