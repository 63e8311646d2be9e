package org.undersigned.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.ibm.icu.text.PluralRules;
import com.ibm.icu.util.ULocale;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.undersigned.lambda.Json;
import org.undersigned.local.Project;

/** What can be told of the front end's files without a browser. */
class FrontEndTest {
    private static final Path WEB = Project.root().resolve("web");
    private static final Pattern PLACEHOLDER = Pattern.compile("\\{(\\w+)}");
    private static final Pattern IMPORT =
            Pattern.compile("^import (?:.* from )?\"\\./([\\w-]+\\.js)\";$", Pattern.MULTILINE);
    private static final int MOST_BYTES = 60_000;

    @ParameterizedTest
    @MethodSource("languages")
    void everyLanguageSaysTheSameThings(String language) throws Exception {
        Map<String, Object> english = words("en");
        Map<String, Object> words = words(language);
        assertThat(words.keySet()).isEqualTo(english.keySet());
        for (String key : english.keySet()) {
            assertThat(placeholders(words.get(key))).as(key).isSubsetOf(placeholders(english.get(key)));
            if (english.get(key) instanceof String)
                assertThat(placeholders(words.get(key))).as(key).isEqualTo(placeholders(english.get(key)));
            assertThat(words.get(key).toString()).as(key).isNotBlank();
        }
    }

    @ParameterizedTest
    @MethodSource("languages")
    void pluralsHaveTheFormsOfTheirLanguage(String language) throws Exception {
        Map<String, Object> english = words("en");
        Set<String> forms =
                PluralRules.forLocale(ULocale.forLanguageTag(language)).getKeywords();
        for (var entry : words(language).entrySet()) {
            assertThat(entry.getValue() instanceof Map)
                    .as(entry.getKey())
                    .isEqualTo(english.get(entry.getKey()) instanceof Map);
            if (entry.getValue() instanceof Map<?, ?> plural)
                assertThat(plural.keySet()).as(entry.getKey()).isEqualTo(forms);
        }
    }

    @ParameterizedTest
    @MethodSource("languages")
    void aFileOfWordsSaysItsLanguageAndWhetherANativeSpeakerHasReadIt(String language) throws Exception {
        Map<String, Object> file = file(language);
        assertThat(file.keySet()).isEqualTo(Set.of("language", "reviewedByNativeSpeaker", "words"));
        assertThat(file).containsEntry("language", language);
        assertThat(file.get("reviewedByNativeSpeaker")).isInstanceOf(Boolean.class);
    }

    @Test
    void scriptsKnowEveryFileOfWords() throws IOException {
        String list = Pattern.compile("LANGUAGES = \\[([^]]*)]")
                .matcher(read("languages.js"))
                .results()
                .findFirst()
                .orElseThrow()
                .group(1);
        assertThat(list.replace("\"", "").split(", "))
                .containsExactlyInAnyOrderElementsOf(languages().toList());
    }

    /** A key is named whole, or begins as one that is put together: {@code `field.${key}`}. */
    @Test
    void allWordsAreUsedAndAllUsedWordsAreThere() throws Exception {
        String scripts = scripts();
        Set<String> keys = words("en").keySet();
        List<String> whole = found("(?:text|nodes|has)\\(\\s*\"([a-z.-]+)\"", scripts);
        assertThat(keys).containsAll(whole);
        List<String> beginnings = found("`([a-z]+(?:\\.[a-z-]+)*\\.)\\$\\{", scripts);
        assertThat(keys)
                .allMatch(key -> scripts.contains("\"" + key + "\"")
                        || beginnings.stream().anyMatch(key::startsWith));
    }

    @Test
    void whatAPageLoadsIsSmall() throws Exception {
        for (String language : languages().toList()) {
            long bytes = 0;
            for (String file : loaded(language)) bytes += compressed(file);
            assertThat(bytes).as(language).isLessThan(MOST_BYTES);
        }
    }

    /** So that the browser asks for all of them at once. */
    @Test
    void thePagePreloadsItsScripts() throws IOException {
        assertThat(found("modulepreload\" href=\"([\\w-]+\\.js)\"", read("index.html")))
                .containsExactlyInAnyOrderElementsOf(imports("app.js").stream()
                        .filter(script -> !script.equals("app.js"))
                        .toList());
    }

    @Test
    void policiesAllowNothingInlineAndNoHtmlFromText() throws IOException {
        for (String page : List.of("index.html", "embed.html", "embedding.html")) {
            String html = read(page).replaceAll("(?s)<code>.*?</code>", "");
            assertThat(html)
                    .contains("default-src 'none'", "script-src 'self'", "style-src 'self'")
                    .contains("require-trusted-types-for 'script'")
                    .doesNotContain("unsafe", "<style", " style=", " onclick=")
                    .doesNotContainPattern("<script(?! type=\"module\" src=\"[\\w-]+\\.js\"></script>)")
                    .doesNotContainPattern("(src|href)=\"(https?:)?//");
        }
        assertThat(scripts()).doesNotContain("innerHTML", "outerHTML", "insertAdjacentHTML", "document.write", "eval(");
    }

    static Stream<String> languages() throws IOException {
        try (var files = Files.list(WEB.resolve("words"))) {
            return files.map(file -> file.getFileName().toString().replace(".json", "")).sorted().toList().stream();
        }
    }

    private static List<String> loaded(String language) throws IOException {
        var files = new ArrayList<>(imports("app.js"));
        files.addAll(List.of("timeline.js", "index.html", "widgets.css", "style.css", "icon.svg"));
        files.add("words/" + language + ".json");
        return files;
    }

    private static Set<String> imports(String script) throws IOException {
        var all = new TreeSet<>(Set.of(script));
        for (String next : found(IMPORT.pattern(), read(script), IMPORT.flags())) all.addAll(imports(next));
        return all;
    }

    private static String scripts() throws IOException {
        try (var files = Files.list(WEB)) {
            var all = new StringBuilder();
            for (Path file : files.filter(f -> f.toString().endsWith(".js")).toList())
                all.append(Files.readString(file));
            return all.toString();
        }
    }

    private static long compressed(String file) throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var gzip = new GZIPOutputStream(bytes)) {
            Files.copy(WEB.resolve(file), gzip);
        }
        return bytes.size();
    }

    private static Set<String> placeholders(Object message) {
        return PLACEHOLDER
                .matcher(message.toString())
                .results()
                .map(found -> found.group(1))
                .collect(Collectors.toSet());
    }

    private static List<String> found(String pattern, String text) {
        return found(pattern, text, 0);
    }

    private static List<String> found(String pattern, String text, int flags) {
        return Pattern.compile(pattern, flags)
                .matcher(text)
                .results()
                .map((MatchResult r) -> r.group(1))
                .toList();
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> words(String language) throws Exception {
        return (Map<String, Object>) file(language).get("words");
    }

    private static Map<String, Object> file(String language) throws Exception {
        return Json.object(read("words/" + language + ".json"));
    }

    private static String read(String file) throws IOException {
        return Files.readString(WEB.resolve(file));
    }
}
