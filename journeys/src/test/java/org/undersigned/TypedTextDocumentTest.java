package org.undersigned;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.undersigned.local.Project;

/** {@code docs/typed-text.md} names a test for each kind of text. */
class TypedTextDocumentTest {
    private static final Pattern NAMED = Pattern.compile("`([a-z]+(?:[A-Z][A-Za-z0-9]*){3,})`");
    private static final Pattern METHOD = Pattern.compile("void (\\w+)\\(");

    @Test
    void everyTestThatIsNamedIsThere() throws IOException {
        var named = names(NAMED, Files.readString(Project.root().resolve("docs/typed-text.md")));
        var there = new TreeSet<String>();
        for (Path test : tests()) there.addAll(names(METHOD, Files.readString(test)));

        assertThat(named).hasSizeGreaterThan(30).isSubsetOf(there);
    }

    private static List<String> names(Pattern pattern, String text) {
        return pattern.matcher(text)
                .results()
                .map(result -> result.group(1))
                .distinct()
                .toList();
    }

    private static List<Path> tests() {
        try (var files = Files.walk(Project.root())) {
            return files.filter(file -> file.toString().endsWith("Test.java")).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
