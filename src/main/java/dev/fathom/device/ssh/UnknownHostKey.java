package dev.fathom.device.ssh;

import java.util.List;

/**
 * The key of a host that was not seen before.
 *
 * @param host its name in known_hosts: {@code host}, or {@code [host]:port}
 * @param type {@code ED25519}, {@code ECDSA} or {@code RSA}
 * @param fingerprint {@code SHA256:...} as {@code ssh-keygen -lf} prints it
 * @param otherKnownTypes types of keys by which the host is known; if there are any, that it now shows another one is
 *     suspicious
 */
public record UnknownHostKey(String host, String type, String fingerprint, List<String> otherKnownTypes) {}
