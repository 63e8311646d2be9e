package org.undersigned.lambda;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.jr.ob.JSON;
import com.fasterxml.jackson.jr.ob.JSONObjectException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.Map;

/** JSON as maps, lists, strings, numbers and booleans, with limits on depth and size; a key given twice is an error. */
public final class Json {
    private static final int MAX_DEPTH = 50;

    private static final JSON CODEC = JSON.builder(JsonFactory.builder()
                    .streamReadConstraints(StreamReadConstraints.builder()
                            .maxNestingDepth(MAX_DEPTH)
                            .build())
                    .build())
            .enable(JSON.Feature.FAIL_ON_DUPLICATE_MAP_KEYS, JSON.Feature.WRITE_NULL_PROPERTIES)
            .build();

    private Json() {}

    /** Reads one JSON object and nothing after it. */
    public static Map<String, Object> object(String text) throws Malformed {
        try (JsonParser parser = CODEC.createParser(text)) {
            return object(parser);
        } catch (Malformed e) {
            throw e;
        } catch (IOException e) {
            throw new Malformed(reason(e));
        }
    }

    /** Reads one JSON object and nothing after it; throws {@link IOException} when the stream does. */
    public static Map<String, Object> object(InputStream in) throws IOException {
        try (JsonParser parser = CODEC.createParser(in)) {
            return object(parser);
        }
    }

    public static String text(Object value) {
        try {
            return CODEC.asString(value);
        } catch (IOException e) {
            throw new IllegalArgumentException("not a value that JSON knows", e);
        }
    }

    public static void write(Object value, OutputStream out) throws IOException {
        CODEC.write(value, out);
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> object(JsonParser parser) throws IOException {
        if (parser.nextToken() != JsonToken.START_OBJECT) throw new Malformed("the outermost value must be an object");
        var object = (Map<String, Object>) CODEC.anyFrom(parser);
        if (parser.nextToken() != null) throw new Malformed("nothing may follow the object");
        return object;
    }

    /** Says where and what, never the text itself. */
    private static String reason(IOException e) {
        if (e instanceof JSONObjectException) return "the same key stands twice in an object";
        if (e instanceof com.fasterxml.jackson.core.JacksonException json && json.getLocation() != null)
            return "line " + json.getLocation().getLineNr() + ", column "
                    + json.getLocation().getColumnNr() + " cannot be read";
        return "it cannot be read";
    }

    /** A text that is not the JSON asked for; the message holds nothing of the text. */
    public static final class Malformed extends IOException {
        private static final long serialVersionUID = 1L;

        Malformed(String message) {
            super(message);
        }
    }
}
