package dev.fathom.device.ssh;

import dev.fathom.device.CommandResult;
import dev.fathom.device.LinkLostException;
import dev.fathom.device.Machine;
import dev.fathom.device.RunningCommand;
import dev.fathom.device.ShellQuote;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.LongConsumer;
import org.apache.sshd.client.channel.ChannelExec;
import org.apache.sshd.client.channel.ClientChannelEvent;
import org.apache.sshd.client.session.ClientSession;

/** A machine over SSH. */
public final class SshMachine implements Machine {
    private static final Duration OPENING = Duration.ofSeconds(30);

    private final List<SshLink> links;
    private final SshLink link;

    /** @param links the hosts on the way, the machine itself last */
    SshMachine(List<SshLink> links) {
        this.links = links;
        this.link = links.get(links.size() - 1);
    }

    @Override
    public String name() {
        return link.host().label();
    }

    /** On the machine, too, the command is ended soon after the limit, even if the link is lost by then. */
    @Override
    public CommandResult run(String command, Duration limit) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        ChannelExec channel = channel(limited(command, limit));
        try {
            channel.setIn(InputStream.nullInputStream());
            channel.setOut(out);
            channel.setErr(err);
            channel.open().verify(OPENING);
            Set<ClientChannelEvent> events = channel.waitFor(EnumSet.of(ClientChannelEvent.CLOSED), limit);
            if (!events.contains(ClientChannelEvent.CLOSED)) {
                throw new IOException("The command on " + name() + " did not end within " + limit.toSeconds() + " s");
            }
            int exit = ExitStatus.of(channel, this);
            return new CommandResult(exit, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
        } catch (LinkLostException e) {
            throw e;
        } catch (IOException e) {
            throw explained(e);
        } finally {
            channel.close(true);
        }
    }

    @Override
    public RunningCommand start(String command) throws IOException {
        ChannelExec channel = channel(shell(command));
        SshCommand running = new SshCommand(channel, this);
        try {
            channel.open().verify(OPENING);
            return running;
        } catch (IOException e) {
            running.close();
            throw explained(e);
        }
    }

    @Override
    public void write(String path, long offset, InputStream content, LongConsumer written) throws IOException {
        try {
            new Upload(link.session(), path).write(offset, content, written);
        } catch (IOException e) {
            throw explained(e);
        }
    }

    private ChannelExec channel(String command) throws IOException {
        try {
            ClientSession session = link.session();
            return session.createExecChannel(command, StandardCharsets.UTF_8, null, null);
        } catch (IOException | IllegalStateException e) {
            throw explained(new IOException(e));
        }
    }

    /** The user's login shell need not be one that understands POSIX. */
    private static String shell(String command) {
        return "exec sh -c " + ShellQuote.quote(command);
    }

    private static String limited(String command, Duration limit) {
        long seconds = limit.toSeconds() + 2;
        String quoted = ShellQuote.quote(command);
        return shell("if command -v timeout >/dev/null 2>&1; then exec timeout -s KILL " + seconds + " sh -c " + quoted
                + "; else exec sh -c " + quoted + "; fi");
    }

    /** Tells a broken link from everything else that can go wrong. */
    IOException explained(IOException e) {
        return isLost() ? new LinkLostException("The connection to " + name() + " is lost", e) : e;
    }

    /** The session ends a moment after its channels notice. */
    boolean isLost() {
        ClientSession session = link.session();
        return !session.isOpen()
                || session.waitFor(EnumSet.of(ClientSession.ClientSessionEvent.CLOSED), Duration.ofMillis(500))
                        .contains(ClientSession.ClientSessionEvent.CLOSED);
    }

    @Override
    public void close() {
        SshConnector.closeFromTheEnd(links);
    }
}
