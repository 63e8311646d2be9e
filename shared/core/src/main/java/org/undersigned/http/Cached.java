package org.undersigned.http;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Map;
import org.undersigned.domain.Base32;

/**
 * A public answer that browsers and caches may keep for some seconds, and ask after by its entity tag (RFC 9110, RFC 9111);
 * never longer, since a signer who comes back from confirming looks for their own name.
 */
final class Cached {
    private static final int TAG_BYTES = 10;

    private Cached() {}

    static Response json(Request request, String body, int seconds) {
        Response response = new Response(200, Map.of("Content-Type", "application/json"), body);
        String tag = "\"" + tag(response.body()) + "\"";
        Map<String, String> headers = Map.of("ETag", tag, "Cache-Control", "public, max-age=" + seconds);
        boolean known = request.header("if-none-match")
                .filter(tags -> matches(tags, tag))
                .isPresent();
        return known ? new Response(304, headers, "") : response.with(headers);
    }

    private static boolean matches(String tags, String tag) {
        for (String known : tags.split(",")) {
            String trimmed = known.strip();
            if (trimmed.equals("*") || trimmed.equals(tag) || trimmed.equals("W/" + tag)) return true;
        }
        return false;
    }

    private static String tag(String body) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(body.getBytes(StandardCharsets.UTF_8));
            return Base32.encode(hash, TAG_BYTES);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
