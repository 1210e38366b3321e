package dev.fathom.hub;

import dev.fathom.core.UserException;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A file on a hub, written {@code OWNER/NAME[@REVISION][:FILE]}, for example {@code timm/resnet18.a1_in1k}.
 *
 * @param revision branch, tag or commit
 * @param file name of a safetensors file in the repository
 */
public record HubId(String owner, String name, String revision, String file) {
    private static final String WORD = "[A-Za-z0-9_][A-Za-z0-9._-]*";
    private static final Pattern FORM = Pattern.compile("(?<owner>" + WORD + ")/(?<name>" + WORD + ")(?:@(?<revision>"
            + WORD + "))?(?::(?<file>" + WORD + "(?:/" + WORD + ")*\\.safetensors))?");

    /** @throws UserException if the text is not of that form */
    public static HubId parse(String text) {
        return read(text)
                .orElseThrow(() -> new UserException(
                        "\"" + text + "\" is not the name of weights on a hub",
                        "Write OWNER/NAME, if needed with @REVISION and :FILE.safetensors, for example"
                                + " timm/resnet18.a1_in1k"));
    }

    private static Optional<HubId> read(String text) {
        Matcher m = FORM.matcher(text);
        if (!m.matches()) {
            return Optional.empty();
        }
        String revision = m.group("revision") == null ? "main" : m.group("revision");
        String file = m.group("file") == null ? "model.safetensors" : m.group("file");
        return Optional.of(new HubId(m.group("owner"), m.group("name"), revision, file));
    }

    /** Path of the file below the hub's address. */
    String path() {
        return "/" + owner + "/" + name + "/resolve/" + revision + "/" + file;
    }

    @Override
    public String toString() {
        return owner + "/" + name + (revision.equals("main") ? "" : "@" + revision)
                + (file.equals("model.safetensors") ? "" : ":" + file);
    }
}
