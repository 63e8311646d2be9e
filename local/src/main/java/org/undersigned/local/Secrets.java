package org.undersigned.local;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import org.undersigned.lambda.Json;

/** What Secrets Manager would hold; in a data folder it is drawn once. */
final class Secrets {
    private Secrets() {}

    /** By the names under which the functions ask for them. */
    static Map<String, String> open(Optional<DataFolder> data) throws IOException {
        return Map.of(
                Settings.TOKEN_SECRET,
                open(
                        data.map(folder -> folder.file("token-secret.json")),
                        Json.text(Map.of("current", "k1", "k1", drawn()))),
                Settings.SIGNER_SECRET,
                open(data.map(folder -> folder.file("signer-secret")), drawn()));
    }

    private static String open(Optional<Path> file, String drawn) throws IOException {
        if (file.isPresent() && Files.exists(file.get())) return Files.readString(file.get());
        if (file.isPresent()) KeptFile.write(file.get(), drawn);
        return drawn;
    }

    private static String drawn() {
        byte[] key = new byte[32];
        new SecureRandom().nextBytes(key);
        return HexFormat.of().formatHex(key);
    }
}
