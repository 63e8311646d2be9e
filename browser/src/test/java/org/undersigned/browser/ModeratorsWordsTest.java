package org.undersigned.browser;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.undersigned.local.Project;

class ModeratorsWordsTest {
    private static final Path PAGE = Project.root().resolve("web/moderate");

    @Test
    void allThatThePageSaysHasWords() throws IOException {
        Set<String> words = found("\"([\\w.,;|\\\\-]+)\": \"", PAGE.resolve("words.js"));
        Set<String> said = new TreeSet<>();
        try (Stream<Path> files = Files.list(PAGE)) {
            for (Path file :
                    files.filter(path -> path.toString().endsWith(".js")).toList())
                said.addAll(found("say\\(\"([\\w.-]+)\"", file));
        }
        assertThat(said).hasSizeGreaterThan(60).isSubsetOf(words);
    }

    private static Set<String> found(String pattern, Path file) throws IOException {
        Set<String> found = new TreeSet<>();
        Pattern.compile(pattern).matcher(Files.readString(file)).results().forEach(match -> found.add(match.group(1)));
        return found;
    }
}
