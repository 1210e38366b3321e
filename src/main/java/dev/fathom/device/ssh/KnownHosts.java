package dev.fathom.device.ssh;

import dev.fathom.core.UserException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** The keys of hosts that were seen before, from several files. Lines that cannot be read are told and left out. */
record KnownHosts(List<KnownHost> hosts) {
    static KnownHosts read(List<Path> files, Consumer<String> warnings) {
        List<KnownHost> hosts = new ArrayList<>();
        for (Path file : files) {
            if (Files.exists(file)) {
                read(file, hosts, warnings);
            }
        }
        return new KnownHosts(List.copyOf(hosts));
    }

    private static void read(Path file, List<KnownHost> hosts, Consumer<String> warnings) {
        List<String> lines;
        try {
            // Whatever the bytes are, the lines that are text still count.
            lines = new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1)
                    .lines()
                    .toList();
        } catch (IOException e) {
            warnings.accept("The known hosts in " + file + " cannot be read; its hosts count as unknown");
            return;
        }
        List<Integer> broken = new ArrayList<>();
        for (int i = 0; i < lines.size(); i++) {
            String text = lines.get(i).strip();
            if (text.isEmpty() || text.startsWith("#")) {
                continue;
            }
            try {
                hosts.add(KnownHost.parse(file, i + 1, text));
            } catch (IllegalArgumentException e) {
                broken.add(i + 1);
            }
        }
        if (!broken.isEmpty()) {
            String others = broken.size() == 1 ? "" : " and " + (broken.size() - 1) + " more";
            warnings.accept("Line " + broken.get(0) + others + " of " + file
                    + " cannot be read; a host that only stands there counts as unknown");
        }
    }

    /** Lines with this marker for a host. */
    List<KnownHost> of(String name, KnownHost.Marker marker) {
        return hosts.stream()
                .filter(host -> host.marker() == marker && host.isFor(name))
                .toList();
    }

    /** Appends a host to a file, which is made for the user alone if it is not there. */
    static void append(Path file, String name, boolean hashed, HostKey key) {
        try {
            createPrivately(file);
            String line = (hashed ? KnownHost.hashed(name) : name) + " " + key.type() + " " + key.base64() + "\n";
            byte[] before = Files.readAllBytes(file);
            boolean open = before.length > 0 && before[before.length - 1] != '\n';
            Files.writeString(file, (open ? "\n" : "") + line, StandardOpenOption.APPEND);
        } catch (IOException e) {
            throw new UserException(
                    "The key of " + name + " cannot be written to " + file, "Check the file's rights and the space", e);
        }
    }

    private static void createPrivately(Path file) throws IOException {
        if (Files.exists(file)) {
            return;
        }
        Path folder = file.toAbsolutePath().getParent();
        if (!file.getFileSystem().supportedFileAttributeViews().contains("posix")) {
            Files.createDirectories(folder);
            Files.createFile(file);
            return;
        }
        Files.createDirectories(
                folder, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
        Files.createFile(file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
    }
}
