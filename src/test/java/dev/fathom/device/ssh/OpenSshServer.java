package dev.fathom.device.ssh;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;

/**
 * A real OpenSSH server on the loopback interface, with its own configuration, host keys and users' keys in one folder.
 * It runs as, and lets in, the user who runs the test; its commands see a {@code HOME} of their own. The client's side
 * lies in the same folder: {@link #files()} has a known_hosts with all its host keys and an {@code id_ed25519} that it
 * accepts.
 */
public final class OpenSshServer implements AutoCloseable {
    private static final Path SSHD = Path.of("/usr/sbin/sshd");
    private static final List<String> TYPES = List.of("ed25519", "ecdsa", "rsa");
    private static final int START_SECONDS = 20;

    private final Path folder;
    private final List<String> offered;
    private final List<String> settings;
    private final int port;
    private Process process;

    private OpenSshServer(Path folder, List<String> offered, List<String> settings) throws IOException {
        this.folder = folder;
        this.offered = offered;
        this.settings = settings;
        try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            this.port = free.getLocalPort();
        }
    }

    /** Starts one that offers keys of every type; skips the test if OpenSSH is not installed. */
    public static OpenSshServer start(Path folder) {
        return start(folder, TYPES);
    }

    /**
     * @param folder its own, empty
     * @param offered types of host keys: {@code ed25519}, {@code ecdsa}, {@code rsa}
     * @param settings lines of sshd_config that take precedence
     */
    public static OpenSshServer start(Path folder, List<String> offered, String... settings) {
        assumeTrue(Files.isExecutable(SSHD), "OpenSSH's server is not installed: apt-get install openssh-server");
        try {
            OpenSshServer server = new OpenSshServer(folder, offered, List.of(settings));
            server.prepare();
            server.start();
            return server;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void prepare() throws IOException {
        Files.createDirectories(home());
        Path ssh = Files.createDirectories(clientHome().resolve(".ssh"));
        Files.createDirectories(folder.resolve("system"));
        for (String type : TYPES) {
            TestKeys.copy("host_" + type, type, hostKeyFile(type));
        }
        TestKeys.copy("client", "ed25519", clientKey());
        authorize(clientKey());
        trust(TYPES.toArray(String[]::new));
        Files.setPosixFilePermissions(ssh, PosixFilePermissions.fromString("rwx------"));
    }

    /** Writes the configuration and starts listening, again after {@link #stop()}. */
    public void start() throws IOException {
        List<String> lines = new ArrayList<>(settings);
        lines.addAll(List.of(
                "ListenAddress 127.0.0.1",
                "Port " + port,
                "PidFile none",
                "AuthorizedKeysFile " + folder.resolve("authorized_keys"),
                "StrictModes no",
                "UsePAM no",
                "PermitRootLogin yes",
                "PasswordAuthentication no",
                "KbdInteractiveAuthentication no",
                "AllowTcpForwarding yes",
                "LogLevel DEBUG1",
                "SetEnv HOME=" + home(),
                "Subsystem sftp internal-sftp"));
        offered.forEach(type -> lines.add("HostKey " + hostKeyFile(type)));
        Path config = Files.write(folder.resolve("sshd_config"), lines);
        if (isRoot()) {
            // Where sshd locks up its half without rights; the package's service would create it.
            Files.createDirectories(Path.of("/run/sshd"));
        }
        process = new ProcessBuilder(
                        SSHD.toString(),
                        "-D",
                        "-f",
                        config.toString(),
                        "-E",
                        logFile().toString())
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("sshd.out").toFile())
                .start();
        awaitBanner();
    }

    private void awaitBanner() throws IOException {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(START_SECONDS);
        while (process.isAlive() && System.nanoTime() < end) {
            try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
                if (socket.getInputStream().read() == 'S') {
                    return;
                }
            } catch (IOException e) {
                sleep();
            }
        }
        throw new IOException("sshd does not start: " + log());
    }

    public int port() {
        return port;
    }

    /** {@code user@127.0.0.1:port}. */
    public SshTarget target() {
        return SshTarget.parse(System.getProperty("user.name") + "@127.0.0.1:" + port);
    }

    /** The client's files: no agent, no system-wide configuration. */
    public SshFiles files() {
        return new SshFiles(clientHome(), folder.resolve("system"), Optional.empty());
    }

    /** A machine on it, connected with the client's key. */
    public SshMachine connect() {
        return connect(Limits.USUAL);
    }

    SshMachine connect(Limits limits) {
        return new SshConnector(files(), HostKeyQuestion.REFUSE, SecretPrompt.NOBODY, warning -> {}, limits)
                .connect(target(), () -> false);
    }

    /** What commands take for the user's home. */
    public Path home() {
        return folder.resolve("home");
    }

    public Path clientHome() {
        return folder.resolve("client");
    }

    public Path clientKey() {
        return clientHome().resolve(".ssh/id_ed25519");
    }

    public Path knownHosts() {
        return clientHome().resolve(".ssh/known_hosts");
    }

    /** Lets everybody in who has this key. */
    public void authorize(Path privateKey) throws IOException {
        Path file = folder.resolve("authorized_keys");
        String before = Files.exists(file) ? Files.readString(file) : "";
        Files.writeString(file, before + Files.readString(Path.of(privateKey + ".pub")));
    }

    /** Lets nobody in any more who has a key. */
    public void authorizeNobody() throws IOException {
        Files.writeString(folder.resolve("authorized_keys"), "");
    }

    /** Replaces the client's known_hosts by one with this server's keys of these types. */
    public void trust(String... types) throws IOException {
        StringBuilder lines = new StringBuilder();
        for (String type : types) {
            lines.append(name()).append(' ').append(hostKey(type)).append('\n');
        }
        Files.writeString(knownHosts(), lines);
    }

    /** Its name in known_hosts. */
    public String name() {
        return "[127.0.0.1]:" + port;
    }

    /** Type and encoding of a host key, as in known_hosts. */
    public String hostKey(String type) throws IOException {
        String[] words = Files.readString(Path.of(hostKeyFile(type) + ".pub")).split(" ");
        return words[0] + " " + words[1];
    }

    /** What {@code ssh-keygen -lf} says of a host key. */
    public String fingerprint(String type) throws IOException {
        return call("ssh-keygen", "-lf", hostKeyFile(type) + ".pub").split(" ")[1];
    }

    private Path hostKeyFile(String type) {
        return folder.resolve("host_" + type);
    }

    public String log() throws IOException {
        return (Files.exists(logFile()) ? Files.readString(logFile()) : "")
                + Files.readString(folder.resolve("sshd.out"));
    }

    private Path logFile() {
        return folder.resolve("sshd.log");
    }

    /** Cuts every connection, as if the server's process died; the server goes on listening. */
    public void dropConnections() {
        sessions().forEach(ProcessHandle::destroyForcibly);
    }

    /** Makes every connection fall silent, as if the cable were pulled. {@link #close()} ends them all the same. */
    public void freezeConnections() throws IOException {
        for (ProcessHandle session : sessions()) {
            call("kill", "-STOP", String.valueOf(session.pid()));
        }
    }

    /** How many connections there are. */
    public int connections() {
        return (int) process.children().count();
    }

    /** The server's processes for each connection: for other users than root there are two. What they started is not among them. */
    private List<ProcessHandle> sessions() {
        return process.descendants().filter(OpenSshServer::isSshd).collect(Collectors.toList());
    }

    private static boolean isSshd(ProcessHandle process) {
        try {
            return Files.readString(Path.of("/proc", String.valueOf(process.pid()), "comm"))
                    .startsWith("sshd");
        } catch (IOException e) {
            // It has ended.
            return false;
        }
    }

    /** Ends the server and its connections. */
    public void stop() {
        List<ProcessHandle> all = process.descendants().toList();
        process.destroyForcibly();
        all.forEach(ProcessHandle::destroyForcibly);
        try {
            process.waitFor(START_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        stop();
    }

    static boolean isRoot() {
        return System.getProperty("user.name").equals("root");
    }

    /** A new key pair: {@code file} and {@code file.pub}. */
    static void keygen(Path file, String type, String passphrase, String... more) throws IOException {
        List<String> command = new ArrayList<>(
                List.of("ssh-keygen", "-q", "-t", type, "-N", passphrase, "-C", "test", "-f", file.toString()));
        command.addAll(List.of(more));
        if (type.equals("rsa")) {
            command.addAll(List.of("-b", "2048"));
        }
        if (!passphrase.isEmpty()) {
            // One round to derive the key: the usual 24 take Java seconds.
            command.addAll(List.of("-a", "1"));
        }
        call(command.toArray(String[]::new));
    }

    /** Runs a program to its end and returns what it says. */
    static String call(String... command) throws IOException {
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        process.getOutputStream().close();
        try (InputStream out = process.getInputStream()) {
            String said = new String(out.readAllBytes(), StandardCharsets.UTF_8);
            if (process.waitFor() != 0) {
                throw new IOException(String.join(" ", command) + ": " + said);
            }
            return said;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException(e);
        }
    }

    private static void sleep() {
        try {
            Thread.sleep(20);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
