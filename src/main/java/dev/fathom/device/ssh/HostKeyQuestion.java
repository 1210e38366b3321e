package dev.fathom.device.ssh;

/** Asks whether a host that was not seen before is the right one. Called while connecting, on another thread. */
@FunctionalInterface
public interface HostKeyQuestion {
    /** Nobody can be asked: no. */
    HostKeyQuestion REFUSE = key -> false;

    /** Takes the key of every host of which no key is known, and of no other. */
    HostKeyQuestion ACCEPT_NEW = key -> key.otherKnownTypes().isEmpty();

    /** @return whether to connect, and to write the key into the user's known_hosts */
    boolean accept(UnknownHostKey key);
}
