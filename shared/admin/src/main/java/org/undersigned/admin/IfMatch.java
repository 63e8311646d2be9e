package org.undersigned.admin;

import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.undersigned.http.Request;
import org.undersigned.http.Response;

/** The versions that a caller means (RFC 9110, If-Match), by their tags: some, any, or none said. */
public record IfMatch(boolean isGiven, boolean any, Set<String> tags) {
    /** One and the comma behind it; a comma may stand in a tag, and quotation marks may be missing. */
    private static final Pattern TAG = Pattern.compile("\\G\\s*(?:(?:W/)?\"([^\"]*)\"|([^\",\\s]+))\\s*(?:,|$)");

    /** What is no version of ours matches none. */
    public static IfMatch of(Request request) {
        Optional<String> header = request.header("if-match");
        Set<String> tags = new HashSet<>();
        Matcher found = TAG.matcher(header.orElse(""));
        while (found.find()) tags.add(found.group(1) == null ? found.group(2) : found.group(1));
        return new IfMatch(
                header.isPresent(),
                header.filter(tag -> tag.strip().equals("*")).isPresent(),
                tags);
    }

    /** Also when none is said. */
    public boolean allows(int version) {
        return !isGiven || any || tags.contains(Integer.toString(version));
    }

    /** The answer with the tag that names its version. */
    public static Response tagged(Response response, int version) {
        return response.with("ETag", "\"" + version + "\"");
    }
}
