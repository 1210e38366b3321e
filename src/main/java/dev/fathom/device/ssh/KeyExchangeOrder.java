package dev.fathom.device.ssh;

import java.util.Comparator;
import java.util.List;
import org.apache.sshd.common.kex.KeyExchangeFactory;

/**
 * Which key exchange is preferred: MINA's order, but NTRU Prime last. In Java it takes seconds on a busy machine; against
 * eavesdroppers with a quantum computer there is ML-KEM, which is fast.
 */
final class KeyExchangeOrder {
    private KeyExchangeOrder() {}

    static List<KeyExchangeFactory> of(List<KeyExchangeFactory> all) {
        return all.stream()
                .sorted(Comparator.comparing(
                        (KeyExchangeFactory factory) -> factory.getName().startsWith("sntrup")))
                .toList();
    }
}
