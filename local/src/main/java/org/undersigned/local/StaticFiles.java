package org.undersigned.local;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/** The files of a folder, as a web server would give them. */
record StaticFiles(Path folder) {
    private static final Map<String, String> TYPES = Map.of(
            "html", "text/html; charset=utf-8",
            "js", "text/javascript; charset=utf-8",
            "css", "text/css; charset=utf-8",
            "svg", "image/svg+xml");

    /** Empty when there is no such file, or one of a kind that is not for browsers. */
    Optional<Gateway.Answer> find(String path) throws IOException {
        String name = path.equals("/") ? "index.html" : path.substring(1);
        String type = TYPES.get(name.substring(name.lastIndexOf('.') + 1));
        boolean plain = name.chars().allMatch(c -> Character.isLetterOrDigit(c) || c == '.' || c == '-');
        Path file = folder.resolve(plain ? name : "-");
        if (type == null || !Files.isRegularFile(file)) return Optional.empty();
        return Optional.of(new Gateway.Answer(
                200, Map.of("Content-Type", type, "Cache-Control", "no-store"), Files.readAllBytes(file)));
    }
}
