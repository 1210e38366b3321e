package dev.fathom.device.ssh;

import java.nio.file.Path;
import java.util.Optional;

/**
 * Asks the user for what nobody else may know. Called while connecting, on another thread. The characters that are given
 * are wiped after use; they are neither kept nor logged.
 */
public interface SecretPrompt {
    /** Nobody can be asked. */
    SecretPrompt NOBODY = new SecretPrompt() {
        @Override
        public Optional<char[]> password(String question) {
            return Optional.empty();
        }

        @Override
        public Optional<char[]> passphrase(Path file) {
            return Optional.empty();
        }
    };

    /**
     * @param question for people, such as {@code Password of pi@raspberrypi.local:22}
     * @return empty if nobody can be asked or no answer is given
     */
    Optional<char[]> password(String question);

    /**
     * Of a private key.
     *
     * @return empty if nobody can be asked or no answer is given
     */
    Optional<char[]> passphrase(Path file);
}
