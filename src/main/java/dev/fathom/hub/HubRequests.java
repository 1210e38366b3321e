package dev.fathom.hub;

import dev.fathom.core.UserException;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Optional;

/**
 * Requests to a hub, which passes on to another host where the file really lies. Redirects are followed here and not by
 * the client, so that the hub's own answer, which carries the checksum, is seen; no request carries a cookie or a
 * token, so none can leak to the other host.
 */
final class HubRequests {
    private static final int MOST_REDIRECTS = 8;
    private static final Duration CONNECT = Duration.ofSeconds(20);
    private static final Duration ANSWER = Duration.ofSeconds(60);

    private final URI hub;
    private final HttpClient client = HttpClient.newBuilder()
            .followRedirects(HttpClient.Redirect.NEVER)
            .connectTimeout(CONNECT)
            .build();

    HubRequests(URI hub) {
        this.hub = requireSafe(hub);
    }

    URI hub() {
        return hub;
    }

    /**
     * Asks for a file from byte {@code from} on.
     *
     * @param validator strong tag of what is there already; without it the whole file is asked for
     */
    HubResponse get(HubId id, long from, Optional<String> validator) throws IOException, InterruptedException {
        URI address = URI.create(hub.toString().replaceFirst("/+$", "") + id.path());
        Optional<Checksum> checksum = Optional.empty();
        for (int hop = 0; hop < MOST_REDIRECTS; hop++) {
            HttpResponse<InputStream> response =
                    client.send(request(address, from, validator), HttpResponse.BodyHandlers.ofInputStream());
            checksum = checksum.or(() -> HubResponse.promised(response));
            Optional<String> location = response.headers().firstValue("location");
            if (response.statusCode() / 100 != 3 || location.isEmpty()) {
                return new HubResponse(response, checksum);
            }
            response.body().close();
            address = requireSafe(address.resolve(location.get()));
        }
        throw new UserException(
                "The hub " + hub + " redirects without end", "Check the hub's address, or try again later");
    }

    private static HttpRequest request(URI address, long from, Optional<String> validator) {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(address).timeout(ANSWER).header("User-Agent", "fathom");
        if (from > 0 && validator.isPresent()) {
            request.header("Range", "bytes=" + from + "-").header("If-Range", validator.get());
        }
        return request.build();
    }

    /** HTTPS, or this machine itself. */
    private static URI requireSafe(URI address) {
        boolean here = "http".equals(address.getScheme())
                && ("localhost".equals(address.getHost()) || "127.0.0.1".equals(address.getHost()));
        if (address.getHost() == null || !here && !"https".equals(address.getScheme())) {
            throw new UserException(
                    "The address " + address + " is not one of HTTPS", "Use a hub whose address begins with https://");
        }
        return address;
    }
}
