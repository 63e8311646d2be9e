package org.undersigned.local;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** The files of a folder, as a web server would give them. */
record StaticFiles(Path folder) {
    private static final Map<String, String> TYPES = Map.of(
            "html", "text/html; charset=utf-8",
            "js", "text/javascript; charset=utf-8",
            "json", "application/json",
            "css", "text/css; charset=utf-8",
            "svg", "image/svg+xml");

    /** A file of the folder, or of a folder in it; no name begins with a full stop. */
    private static final Pattern PLAIN = Pattern.compile("(\\w[\\w-]*/)?\\w[\\w.-]*");

    /** Empty when there is no such file, or one of a kind that is not for browsers. */
    Optional<Gateway.Answer> find(String path) throws IOException {
        String name = path.substring(1) + (path.endsWith("/") ? "index.html" : "");
        String type = TYPES.get(name.substring(name.lastIndexOf('.') + 1));
        Path file = folder.resolve(PLAIN.matcher(name).matches() ? name : "-");
        if (type == null || !Files.isRegularFile(file)) return Optional.empty();
        return Optional.of(new Gateway.Answer(
                200,
                Map.of("Content-Type", type, "Cache-Control", "no-cache", "Access-Control-Allow-Origin", "*"),
                Files.readAllBytes(file)));
    }
}
