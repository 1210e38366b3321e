package dev.fathom.device.ssh;

import java.util.Comparator;
import java.util.List;
import org.apache.sshd.common.NamedFactory;
import org.apache.sshd.common.NamedResource;
import org.apache.sshd.common.config.keys.KeyUtils;
import org.apache.sshd.common.signature.Signature;

/**
 * Which key a host is asked for. A host has several, of which maybe one is known; unless that one is asked for first, it
 * shows another and seems to be unknown. OpenSSH does this ({@code order_hostkeyalgs}), MINA does not.
 */
final class HostKeyOrder {
    /** SHA-1, which OpenSSH has refused since 8.8. */
    private static final String OUTDATED = "ssh-rsa";

    private HostKeyOrder() {}

    /** Without certificates, which are not checked here, and with the known types first. */
    static List<NamedFactory<Signature>> of(List<NamedFactory<Signature>> all, List<String> knownTypes) {
        return all.stream()
                .filter(factory -> !factory.getName().contains("-cert-"))
                .filter(factory -> !factory.getName().equals(OUTDATED))
                .sorted(Comparator.comparing((NamedResource factory) -> !isOf(factory.getName(), knownTypes)))
                .toList();
    }

    private static boolean isOf(String algorithm, List<String> knownTypes) {
        return knownTypes.contains(KeyUtils.getCanonicalKeyType(algorithm));
    }
}
