package dev.fathom.device.ssh;

import dev.fathom.device.RunningCommand;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.EnumSet;
import org.apache.sshd.client.channel.ChannelExec;
import org.apache.sshd.client.channel.ClientChannelEvent;

/** A command that runs on a machine. Its standard input stays open until it is closed here. */
final class SshCommand implements RunningCommand {
    private final ChannelExec channel;
    private final SshMachine machine;
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    SshCommand(ChannelExec channel, SshMachine machine) {
        this.channel = channel;
        this.machine = machine;
        channel.setErr(err);
    }

    @Override
    public InputStream out() {
        return channel.getInvertedOut();
    }

    @Override
    public String err() {
        return err.toString(StandardCharsets.UTF_8);
    }

    @Override
    public int join() throws IOException {
        channel.waitFor(EnumSet.of(ClientChannelEvent.CLOSED), Duration.ZERO);
        return ExitStatus.of(channel, machine);
    }

    @Override
    public void close() {
        channel.close(false).awaitUninterruptibly(Duration.ofSeconds(1));
        channel.close(true);
    }
}
