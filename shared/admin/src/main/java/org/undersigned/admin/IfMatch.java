package org.undersigned.admin;

import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.undersigned.http.Request;
import org.undersigned.http.Response;

/** The revisions that a caller means (RFC 9110, If-Match): some, any, or none said. */
public record IfMatch(boolean isGiven, boolean any, Set<Integer> revisions) {
    private static final Pattern REVISION = Pattern.compile("(?:W/)?\"?([0-9]{1,9})\"?");

    /** What is no revision of ours matches none. */
    public static IfMatch of(Request request) {
        Optional<String> header = request.header("if-match");
        Set<Integer> revisions = new HashSet<>();
        for (String tag : header.orElse("").split(",")) {
            Matcher revision = REVISION.matcher(tag.strip());
            if (revision.matches()) revisions.add(Integer.valueOf(revision.group(1)));
        }
        return new IfMatch(
                header.isPresent(),
                header.filter(tag -> tag.strip().equals("*")).isPresent(),
                revisions);
    }

    /** Also when none is said. */
    public boolean allows(int revision) {
        return !isGiven || any || revisions.contains(revision);
    }

    /** The answer with the tag that names its revision. */
    public static Response tagged(Response response, int revision) {
        return response.with("ETag", "\"" + revision + "\"");
    }
}
