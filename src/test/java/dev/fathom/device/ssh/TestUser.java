package dev.fathom.device.ssh;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A user of this machine with a password, for one test; only root can make one, as in CI's container. */
public record TestUser(String name, String password) implements AutoCloseable {
    private static final Path USERADD = Path.of("/usr/sbin/useradd");

    /** @param folder for a moment's file */
    public static TestUser make(Path folder, String password) throws IOException {
        assumeTrue(OpenSshServer.isRoot(), "only root can make a user with a password");
        assumeTrue(Files.isExecutable(USERADD), "useradd is not installed");
        TestUser user = new TestUser("fathom-" + ProcessHandle.current().pid(), password);
        OpenSshServer.call("sh", "-c", "userdel " + user.name + " 2>/dev/null; useradd -M -s /bin/sh " + user.name);
        Path line = Files.writeString(folder.resolve("password"), user.name + ":" + password + "\n");
        OpenSshServer.call("sh", "-c", "chpasswd < " + line);
        return user;
    }

    @Override
    public void close() throws IOException {
        OpenSshServer.call("sh", "-c", "userdel " + name + " 2>/dev/null || true");
    }
}
