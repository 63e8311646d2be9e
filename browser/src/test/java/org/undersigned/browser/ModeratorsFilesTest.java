package org.undersigned.browser;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.undersigned.local.Project;

/** What can be told of the moderators' page without a browser. */
class ModeratorsFilesTest {
    private static final Path PAGE = Project.root().resolve("web/moderate");
    private static final Pattern IMPORT =
            Pattern.compile("^(?:import|export) (?:.* from )?\"(\\.\\.?/[\\w-]+\\.js)\";$", Pattern.MULTILINE);
    private static final int MOST_BYTES = 60_000;

    /** As the files lie there, uncompressed: page, style, icon, and each script that is loaded until the queue stands. */
    @Test
    void signingInAndTheQueueTakeLessThan60Kilobytes() throws IOException {
        Set<Path> files = new TreeSet<>(
                Set.of(PAGE.resolve("index.html"), PAGE.resolve("style.css"), PAGE.resolveSibling("icon.svg")));
        addWithImports(PAGE.resolve("app.js"), files);
        addWithImports(PAGE.resolve("queue.js"), files);
        long bytes = 0;
        for (Path file : files) bytes += Files.size(file);
        assertThat(bytes).as(files::toString).isBetween(20_000L, (long) MOST_BYTES);
    }

    /** As servers send them: the whole folder, with what its scripts import from the public page, each file by gzip. */
    @Test
    void allViewsTogetherTakeLessThan60KilobytesCompressed() throws IOException {
        Set<Path> files = new TreeSet<>(list());
        for (Path script : scripts()) addWithImports(script, files);
        long bytes = 0;
        for (Path file : files) bytes += compressed(file);
        assertThat(bytes).as(files::toString).isBetween(20_000L, (long) MOST_BYTES);
    }

    @Test
    void allThatThePageSaysHasWords() throws IOException {
        Set<String> said = found("(?:say|say\\.has)\\(\"([\\w.-]+)\"");
        assertThat(said).hasSizeGreaterThan(60).isSubsetOf(words());
    }

    /** A key is named whole, or begins as one that is put together: {@code `state.${state}`}. */
    @Test
    void allWordsAreUsed() throws IOException {
        Set<String> named = found("\"([\\w.-]+)\"");
        Set<String> beginnings = found("`([a-z]+(?:\\.[a-z-]+)*\\.)\\$\\{");
        assertThat(words())
                .allMatch(word -> named.contains(word) || beginnings.stream().anyMatch(word::startsWith));
    }

    private static void addWithImports(Path script, Set<Path> files) throws IOException {
        files.add(script);
        for (var found = IMPORT.matcher(Files.readString(script)); found.find(); ) {
            Path next = script.resolveSibling(found.group(1)).normalize();
            if (!files.contains(next)) addWithImports(next, files);
        }
    }

    private static long compressed(Path file) throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var gzip = new GZIPOutputStream(bytes)) {
            Files.copy(file, gzip);
        }
        return bytes.size();
    }

    private static Set<String> words() throws IOException {
        Set<String> words = new TreeSet<>();
        for (String file : Set.of("words.js", "more-words.js"))
            Pattern.compile("\"([\\w.,;|\\\\-]+)\": \"")
                    .matcher(Files.readString(PAGE.resolve(file)))
                    .results()
                    .forEach(match -> words.add(match.group(1)));
        return words;
    }

    /** In all scripts but those of words. */
    private static Set<String> found(String pattern) throws IOException {
        Set<String> found = new TreeSet<>();
        for (Path script : scripts())
            if (!script.endsWith("words.js") && !script.endsWith("more-words.js"))
                Pattern.compile(pattern)
                        .matcher(Files.readString(script))
                        .results()
                        .forEach(match -> found.add(match.group(1)));
        return found;
    }

    private static Set<Path> scripts() throws IOException {
        return list().stream().filter(file -> file.toString().endsWith(".js")).collect(Collectors.toSet());
    }

    private static Set<Path> list() throws IOException {
        try (Stream<Path> files = Files.list(PAGE)) {
            return files.collect(Collectors.toSet());
        }
    }
}
