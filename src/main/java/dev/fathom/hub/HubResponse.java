package dev.fathom.hub;

import dev.fathom.core.UserException;
import java.io.IOException;
import java.io.InputStream;
import java.net.http.HttpResponse;
import java.util.Optional;

/** The answer of the host where the file lies, with what the hub said of the file on the way. */
record HubResponse(HttpResponse<InputStream> response, Optional<Checksum> checksum) implements AutoCloseable {
    static final int RANGE_IMPOSSIBLE = 416;

    private static final int OK = 200;
    private static final int PARTIAL = 206;

    /** The checksum that an answer of the hub or of its storage gives as a tag; other tags are not checksums. */
    static Optional<Checksum> promised(HttpResponse<?> response) {
        return response.headers()
                .firstValue("x-linked-etag")
                .or(() -> response.headers().firstValue("etag"))
                .flatMap(Checksum::find);
    }

    int status() {
        return response.statusCode();
    }

    /** @throws UserException that says why there is no file */
    void requireSuccess(HubId id) {
        int status = status();
        if (status == OK || status == PARTIAL) {
            return;
        }
        String host = response.uri().getHost();
        if (status == 401 || status == 403) {
            throw new UserException(
                    host + " gives " + id + " to registered users only, or has nothing of that name",
                    "Check the name; or download " + id.file()
                            + " in a browser after agreeing to its terms, and name the file instead");
        }
        if (status == 404) {
            throw new UserException(
                    host + " has no file " + id.file() + " in " + id.owner() + "/" + id.name() + " at " + id.revision(),
                    "Check the name; a file other than model.safetensors is named as " + id.owner() + "/" + id.name()
                            + ":FILE.safetensors");
        }
        throw new UserException(host + " answers with status " + status + " for " + id, "Try again later");
    }

    /** Whether the body is the rest of a file of which {@code have} bytes are there, and not the whole. */
    boolean continuesAt(long have) {
        String range = response.headers().firstValue("content-range").orElse("");
        return status() == PARTIAL && range.startsWith("bytes " + have + "-");
    }

    /** Whether the file ends after the {@code have} bytes that are there, as the refusal of a further range says. */
    boolean endsAt(long have) {
        return response.headers().firstValue("content-range").orElse("").equals("bytes */" + have);
    }

    /** Tag by which the rest of the same bytes can be asked for; a weak tag does not promise the same bytes. */
    Optional<String> validator() {
        return response.headers().firstValue("etag").filter(tag -> !tag.startsWith("W/"));
    }

    /** Bytes of the body, or -1 if that is not said. */
    long length() {
        return response.headers().firstValueAsLong("content-length").orElse(-1);
    }

    InputStream body() {
        return response.body();
    }

    @Override
    public void close() throws IOException {
        response.body().close();
    }
}
