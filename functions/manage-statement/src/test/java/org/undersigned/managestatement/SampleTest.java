package org.undersigned.managestatement;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.undersigned.lambda.Json;

class SampleTest {
    private static final String ID = "hong-kong-safe-harbour";

    @Test
    void itsDefinitionIsSound() throws IOException {
        String definition =
                Files.readString(root().resolve("sample").resolve(ID).resolve("statement.json"));
        assertThat(DefinitionRules.check(ID, Json.object(definition)).errors()).isEmpty();
    }

    private static Path root() {
        Path folder = Path.of("").toAbsolutePath();
        while (!Files.exists(folder.resolve("template.yaml"))) folder = folder.getParent();
        return folder;
    }
}
