package dev.fathom.device.ssh;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Predicate;

/**
 * What {@code ~/.ssh/config} and the machine's {@code ssh_config} say, by OpenSSH's rules: {@code Host}, {@code Include},
 * and of {@code Match} the criteria {@code all}, {@code host}, {@code originalhost}, {@code user} and {@code localuser}.
 * MINA's own reader refuses files with {@code Match} and knows no {@code Include}.
 */
final class SshConfig {
    private static final int DEEPEST_INCLUDE = 16;

    private final SshFiles files;
    private final Consumer<String> warnings;
    private final List<Setting> settings = new ArrayList<>();

    private record Setting(Predicate<HostQuery> condition, ConfigLine line) {}

    private SshConfig(SshFiles files, Consumer<String> warnings) {
        this.files = files;
        this.warnings = warnings;
    }

    static SshConfig read(SshFiles files, Consumer<String> warnings) {
        SshConfig config = new SshConfig(files, warnings);
        config.read(files.folder().resolve("config"), files.folder(), query -> true, 0);
        config.read(files.system().resolve("ssh_config"), files.system(), query -> true, 0);
        return config;
    }

    private void read(Path file, Path folder, Predicate<HostQuery> outer, int depth) {
        if (!Files.exists(file) || depth > DEEPEST_INCLUDE) {
            return;
        }
        try {
            Predicate<HostQuery> condition = outer;
            for (String text : new String(Files.readAllBytes(file), StandardCharsets.UTF_8)
                    .lines()
                    .toList()) {
                Optional<ConfigLine> parsed = ConfigLine.parse(text);
                if (parsed.isEmpty()) {
                    continue;
                }
                ConfigLine line = parsed.get();
                switch (line.keyword()) {
                    case "host" -> condition = outer.and(query -> new Patterns(line.arguments()).match(query.name()));
                    case "match" -> condition = outer.and(match(line, file));
                    case "include" -> include(line, folder, condition, depth);
                    default -> settings.add(new Setting(condition, line));
                }
            }
        } catch (IOException e) {
            warnings.accept(
                    "The SSH configuration " + file + " cannot be read and is left out (" + e.getMessage() + ")");
        }
    }

    private Predicate<HostQuery> match(ConfigLine line, Path file) {
        return HostQuery.matching(line.arguments()).orElseGet(() -> {
            warnings.accept("\"Match " + String.join(" ", line.arguments()) + "\" in " + file + " is left out");
            return query -> false;
        });
    }

    private void include(ConfigLine line, Path folder, Predicate<HostQuery> condition, int depth) throws IOException {
        for (String argument : line.arguments()) {
            for (Path file : named(argument, folder)) {
                read(file, folder, condition, depth + 1);
            }
        }
    }

    private List<Path> named(String argument, Path folder) throws IOException {
        try {
            return glob(argument.startsWith("~") ? files.path(argument) : folder.resolve(argument));
        } catch (IllegalArgumentException | DirectoryIteratorException e) {
            // A pattern or a path that cannot be one.
            warnings.accept("\"Include " + argument + "\" is left out ("
                    + e.getMessage().lines().findFirst().orElse("") + ")");
            return List.of();
        }
    }

    private static List<Path> glob(Path path) throws IOException {
        List<Path> found = new ArrayList<>();
        if (Files.isDirectory(path.getParent())) {
            try (DirectoryStream<Path> stream = Files.newDirectoryStream(
                    path.getParent(), path.getFileName().toString())) {
                stream.forEach(found::add);
            }
        }
        found.sort(null);
        return found;
    }

    /** The arguments of the first line with this keyword that holds for the host. */
    Optional<List<String>> first(HostQuery query, String keyword) {
        return all(query, keyword).stream().findFirst();
    }

    /** The arguments of every line with this keyword that holds for the host. */
    List<List<String>> all(HostQuery query, String keyword) {
        return settings.stream()
                .filter(setting -> setting.line().keyword().equals(keyword))
                .filter(setting -> !setting.line().arguments().isEmpty())
                .filter(setting -> setting.condition().test(query))
                .map(setting -> setting.line().arguments())
                .toList();
    }
}
