package dev.fathom.device.probe;

import dev.fathom.device.CommandResult;
import dev.fathom.device.Machine;
import dev.fathom.device.RunningCommand;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.function.LongConsumer;

/** A machine whose login prints something and runs nothing, as a switch or a menu does. */
record NoAnswer(Machine machine) implements Machine {
    @Override
    public String name() {
        return "a switch";
    }

    @Override
    public CommandResult run(String command, Duration limit) {
        return new CommandResult(0, "Welcome\n1) Status\n2) Log out\n", "");
    }

    @Override
    public RunningCommand start(String command) throws IOException {
        return machine.start(command);
    }

    @Override
    public void write(String path, long offset, InputStream content, LongConsumer written) throws IOException {
        machine.write(path, offset, content, written);
    }

    @Override
    public void close() {
        machine.close();
    }
}
