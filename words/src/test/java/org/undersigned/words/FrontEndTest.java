package org.undersigned.words;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class FrontEndTest {

    @Test
    void theFrontEndsFilesSayWhatTheWordsSay() throws IOException {
        var there = new TreeMap<String, String>();
        try (var files = Files.newDirectoryStream(Shipped.WEB)) {
            for (var file : files) there.put(file.getFileName().toString(), Files.readString(file));
        }
        assertThat(there)
                .as("run: java words/src/main/java/org/undersigned/words/Write.java words web web/words")
                .isEqualTo(Write.json(WordsFile.readAll(Shipped.WORDS)));
    }
}
