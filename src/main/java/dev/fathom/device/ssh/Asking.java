package dev.fathom.device.ssh;

import java.util.function.Consumer;

/** Whom and for how long connecting may ask. */
record Asking(HostKeyQuestion hostKeys, SecretPrompt secrets, Patience patience, Consumer<String> warnings) {}
