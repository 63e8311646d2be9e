package org.undersigned.admin;

import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.undersigned.http.Request;
import org.undersigned.http.Response;

/** The versions that a caller means (RFC 9110, If-Match): some, any, or none said. */
public record IfMatch(boolean isGiven, boolean any, Set<Integer> versions) {
    private static final Pattern VERSION = Pattern.compile("(?:W/)?\"?([0-9]{1,9})\"?");

    /** What is no version of ours matches none. */
    public static IfMatch of(Request request) {
        Optional<String> header = request.header("if-match");
        Set<Integer> versions = new HashSet<>();
        for (String tag : header.orElse("").split(",")) {
            Matcher version = VERSION.matcher(tag.strip());
            if (version.matches()) versions.add(Integer.valueOf(version.group(1)));
        }
        return new IfMatch(
                header.isPresent(),
                header.filter(tag -> tag.strip().equals("*")).isPresent(),
                versions);
    }

    /** Also when none is said. */
    public boolean allows(int version) {
        return !isGiven || any || versions.contains(version);
    }

    /** The answer with the tag that names its version. */
    public static Response tagged(Response response, int version) {
        return response.with("ETag", "\"" + version + "\"");
    }
}
