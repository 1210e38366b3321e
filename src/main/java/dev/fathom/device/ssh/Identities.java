package dev.fathom.device.ssh;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.security.GeneralSecurityException;
import java.security.PublicKey;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.apache.sshd.client.auth.pubkey.PublicKeyIdentity;
import org.apache.sshd.common.config.keys.KeyUtils;

/** The keys to offer to a host: those of the agent, then those in files that the agent does not have. */
final class Identities {
    private static final Set<PosixFilePermission> OTHERS = Set.of(
            PosixFilePermission.GROUP_READ,
            PosixFilePermission.GROUP_WRITE,
            PosixFilePermission.OTHERS_READ,
            PosixFilePermission.OTHERS_WRITE);

    private final SshHost host;
    private final SecretPrompt prompt;
    private final Patience patience;
    private final LoginRecord record;
    private final Consumer<String> warnings;

    Identities(SshHost host, SecretPrompt prompt, Patience patience, LoginRecord record, Consumer<String> warnings) {
        this.host = host;
        this.prompt = prompt;
        this.patience = patience;
        this.record = record;
        this.warnings = warnings;
    }

    List<PublicKeyIdentity> list() {
        List<PublicKeyIdentity> files = new ArrayList<>();
        host.identities().forEach(path -> fromFile(path).ifPresent(files::add));
        List<PublicKeyIdentity> all = new ArrayList<>();
        host.agent().ifPresent(socket -> fromAgent(new Agent(socket)).stream()
                .filter(identity -> !host.onlyIdentities() || contains(files, identity))
                .forEach(all::add));
        files.stream().filter(identity -> !contains(all, identity)).toList().forEach(all::add);
        return all;
    }

    private List<PublicKeyIdentity> fromAgent(Agent agent) {
        try {
            return agent.keys().stream()
                    .map(key -> (PublicKeyIdentity) new AgentIdentity(agent, key))
                    .toList();
        } catch (IOException | RuntimeException e) {
            warnings.accept(
                    "The SSH agent at " + agent.socket() + " cannot be asked for keys (" + e.getMessage() + ")");
            return List.of();
        }
    }

    private Optional<PublicKeyIdentity> fromFile(Path path) {
        if (!Files.exists(path)) {
            return Optional.empty();
        }
        try {
            if (isOpenToOthers(path)) {
                warnings.accept("The key " + path + " is left out because others can read it; chmod 600 corrects that");
                return Optional.empty();
            }
            KeyFile file = new KeyFile(path);
            Optional<PublicKey> key = file.publicKey();
            if (key.isEmpty()) {
                warnings.accept("The key " + path + " is left out because it is encrypted and there is no "
                        + path.getFileName() + ".pub beside it");
            }
            return key.map(publicKey -> new FileIdentity(file, publicKey, prompt, patience, record));
        } catch (IOException | GeneralSecurityException | RuntimeException e) {
            warnings.accept("The key " + path + " cannot be read and is left out (" + e.getMessage() + ")");
            return Optional.empty();
        }
    }

    /** OpenSSH does not use such keys either. */
    private static boolean isOpenToOthers(Path path) throws IOException {
        return path.getFileSystem().supportedFileAttributeViews().contains("posix")
                && Files.getPosixFilePermissions(path).stream().anyMatch(OTHERS::contains);
    }

    private static boolean contains(List<PublicKeyIdentity> identities, PublicKeyIdentity one) {
        PublicKey key = one.getKeyIdentity().getPublic();
        return identities.stream()
                .anyMatch(other -> KeyUtils.compareKeys(other.getKeyIdentity().getPublic(), key));
    }
}
