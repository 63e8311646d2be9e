package org.undersigned.http;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Optional;
import org.undersigned.domain.IpAddress;
import org.undersigned.lambda.Variables;

/**
 * Where requests may come in: anywhere, or, where a distribution stands before the API, through that. It proves itself by a
 * secret, and only then is believed whom it names as the caller. What the header of an address says is anybody's otherwise.
 */
final class FrontDoor {
    /** What the distribution sends beside what it forwards; both replace whatever a caller sends by that name. */
    private static final String SECRET = "x-origin-secret";

    private static final String CALLER = "true-client-ip";
    private static final String NONE = "none";
    private static final int SHORTEST = 32;

    private final Optional<byte[]> secret;
    private final boolean closed;

    private FrontDoor(Optional<byte[]> secret, boolean closed) {
        this.secret = secret;
        this.closed = closed;
    }

    /** Throws {@link IllegalStateException} where {@code ORIGIN_SECRET} is neither {@code none} nor long enough for a secret. */
    static FrontDoor of(Variables env) {
        Optional<String> secret = env.optional("ORIGIN_SECRET").filter(text -> !text.equals(NONE));
        if (secret.filter(text -> text.length() < SHORTEST).isPresent())
            throw new IllegalStateException(
                    "The environment variable ORIGIN_SECRET must be none, or " + SHORTEST + " characters or more");
        return new FrontDoor(
                secret.map(text -> text.getBytes(StandardCharsets.UTF_8)),
                secret.isPresent() && env.truth("CLOSE_ENDPOINT"));
    }

    /** The request as whoever it came from sent it; empty where it did not come through the distribution and had to. */
    Optional<Request> admit(Request request) {
        if (secret.isEmpty()) return Optional.of(request);
        boolean proven = request.header(SECRET)
                .filter(given -> MessageDigest.isEqual(secret.get(), given.getBytes(StandardCharsets.UTF_8)))
                .isPresent();
        if (!proven) return closed ? Optional.empty() : Optional.of(request);
        // Without a name for the caller, all that comes through one place of the distribution is counted together.
        return Optional.of(
                request.header(CALLER).flatMap(IpAddress::of).map(request::from).orElse(request));
    }
}
