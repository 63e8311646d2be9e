package org.undersigned.local;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import org.undersigned.lambda.Json;

/** The keys of the links, as Secrets Manager would hold them; with a file they are drawn once. */
final class TokenSecret {
    private TokenSecret() {}

    static String open(Optional<Path> file) throws IOException {
        if (file.isPresent() && Files.exists(file.get())) return Files.readString(file.get());
        byte[] key = new byte[32];
        new SecureRandom().nextBytes(key);
        String secret = Json.text(Map.of("current", "k1", "k1", HexFormat.of().formatHex(key)));
        if (file.isPresent()) KeptFile.write(file.get(), secret);
        return secret;
    }
}
