package dev.fathom.hub;

import dev.fathom.core.UserException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** The folder in which downloaded weights are kept, as {@code OWNER/NAME/REVISION/FILE}. */
public record WeightsCache(Path folder) {
    private static final List<String> FILE_ENDINGS = List.of(".safetensors", ".pth", ".pt", ".ckpt", ".bin", ".tar");

    /** {@code $FATHOM_CACHE}, else {@code fathom/weights} in {@code $XDG_CACHE_HOME} or {@code ~/.cache}. */
    public static WeightsCache standard() {
        String chosen = System.getenv("FATHOM_CACHE");
        if (chosen != null && !chosen.isBlank()) {
            return new WeightsCache(Path.of(chosen));
        }
        String caches = System.getenv("XDG_CACHE_HOME");
        Path home = caches == null || caches.isBlank()
                ? Path.of(System.getProperty("user.home"), ".cache")
                : Path.of(caches);
        return new WeightsCache(home.resolve("fathom").resolve("weights"));
    }

    /** Where a file is once it has been downloaded. */
    public Path path(HubId id) {
        return folder.resolve(id.owner())
                .resolve(id.name())
                .resolve(id.revision())
                .resolve(id.file());
    }

    /**
     * The file that a configuration means: a file on this machine, or one of a hub that has been downloaded. Nothing is
     * downloaded here, so a training never waits for a network.
     *
     * @param fileOrId a path, or an id as {@link HubId} reads it
     * @throws UserException if there is no such file, with the command that downloads it
     */
    public Path find(String fileOrId) {
        boolean onHub = fileOrId.indexOf(':') > 1;
        if (!onHub && (isPath(fileOrId) || Files.isRegularFile(Path.of(fileOrId)))) {
            return Path.of(fileOrId);
        }
        HubId id = HubId.parse(fileOrId);
        Path cached = path(id);
        if (!Files.isRegularFile(cached)) {
            throw new UserException(
                    "The weights " + id + " are not on this machine",
                    "Download them once with \"fathom weights fetch " + id + "\"");
        }
        return cached;
    }

    /** Whether a text can only mean a file of this machine, even if there is none. */
    private static boolean isPath(String text) {
        return text.startsWith("/")
                || text.startsWith(".")
                || text.startsWith("~")
                || FILE_ENDINGS.stream().anyMatch(text::endsWith);
    }
}
