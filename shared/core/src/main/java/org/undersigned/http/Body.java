package org.undersigned.http;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import org.undersigned.lambda.Json;

/** The body of a request, or the refusal that says why it cannot be read: 415, 413 or 400. */
public final class Body {
    /** The byte order mark, which RFC 8259 lets readers pass over. */
    private static final String MARK = "\uFEFF";

    private Body() {}

    /** {@code what} is what the body is, for messages: "A signature". */
    public static Map<String, Object> json(Request request, String what, int maxBytes) {
        checkForm(request, what, "application/json", maxBytes);
        try {
            String text = utf8(request.body());
            return Json.object(text.startsWith(MARK) ? text.substring(1) : text);
        } catch (CharacterCodingException e) {
            throw Problem.Refusal.of(400, "The body is not the JSON of an object: it is not in UTF-8.");
        } catch (Json.Malformed e) {
            throw Problem.Refusal.of(400, "The body is not the JSON of an object: " + e.getMessage() + ".");
        }
    }

    /** A text of that media type in UTF-8; broken text is refused, since it would stand in a name. */
    public static String text(Request request, String what, String mediaType, int maxBytes) {
        checkForm(request, what, mediaType, maxBytes);
        try {
            return utf8(request.body());
        } catch (CharacterCodingException e) {
            throw Problem.Refusal.of(400, "The body is not in UTF-8.");
        }
    }

    private static void checkForm(Request request, String what, String mediaType, int maxBytes) {
        String type = request.header("content-type").orElse("").toLowerCase(Locale.ROOT);
        if (!type.split(";", 2)[0].strip().equals(mediaType))
            throw Problem.Refusal.of(415, what + " is sent as " + mediaType + ".");
        if (request.body().length > maxBytes)
            throw Problem.Refusal.of(413, what + " has at most " + size(maxBytes) + ".");
    }

    /** Such as {@code 16 KB} or {@code 5 MB}. */
    private static String size(int bytes) {
        int kilobytes = bytes / 1024;
        return kilobytes % 1024 == 0 ? kilobytes / 1024 + " MB" : kilobytes + " KB";
    }

    /** Does not mend what is no UTF-8. */
    private static String utf8(byte[] body) throws CharacterCodingException {
        return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(body)).toString();
    }
}
