package org.undersigned.publish;

import java.net.URI;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What to publish, and where. The API has no slash at its end, the page's address has one. */
record Options(URI api, String statement, Path folder, Optional<URI> url) {
    static final String USAGE = "./publish --api URL --statement ID --to FOLDER [--url URL of the page]";

    private static final Set<String> KNOWN = Set.of("--api", "--statement", "--to", "--url");

    /** Throws {@link IllegalArgumentException} that says what to do. */
    static Options parse(List<String> arguments) {
        Map<String, String> given = new HashMap<>();
        for (Iterator<String> rest = arguments.iterator(); rest.hasNext(); ) {
            String option = rest.next();
            if (!KNOWN.contains(option))
                throw new IllegalArgumentException("There is no option " + option + ". " + USAGE);
            if (!rest.hasNext()) throw new IllegalArgumentException(option + " needs a value. " + USAGE);
            if (given.put(option, rest.next()) != null)
                throw new IllegalArgumentException(option + " is given twice. " + USAGE);
        }
        return new Options(
                web("--api", required(given, "--api").replaceFirst("/+$", "")),
                required(given, "--statement"),
                Path.of(required(given, "--to")),
                Optional.ofNullable(given.get("--url")).map(Options::home));
    }

    /** The folder of a page, such as {@code https://example.org/letter/}. */
    static URI home(String url) {
        URI home = web("--url", url);
        String path = home.getPath();
        if (home.getQuery() != null || home.getFragment() != null || path.endsWith(".html"))
            throw new IllegalArgumentException(
                    "The page's address must be that of a folder: " + url + " is not. Give one with --url.");
        return path.endsWith("/") ? home : URI.create(url + "/");
    }

    private static String required(Map<String, String> given, String option) {
        String value = given.get(option);
        if (value == null || value.isBlank()) throw new IllegalArgumentException(option + " is missing. " + USAGE);
        return value;
    }

    private static URI web(String option, String text) {
        try {
            URI uri = URI.create(text);
            if (uri.getHost() != null && Set.of("http", "https").contains(uri.getScheme())) return uri;
        } catch (IllegalArgumentException e) {
            // Said below, as for any other that is no such address.
        }
        throw new IllegalArgumentException(option + " takes an address such as https://example.org, not " + text + ".");
    }
}
