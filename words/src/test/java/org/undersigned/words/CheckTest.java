package org.undersigned.words;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the build says of files with mistakes in them. */
class CheckTest {
    private static final String ENGLISH = """
        language = en
        direction = ltr
        reviewed-by-native-speaker = no
        thanks = Thank you for signing “{title}”.
        waiting = {count, plural, one {One waits} other {# wait}}
        until = Until {day, date}
        heading = {signer, select, person {You} organisation {Your organisation}}
        web.count = {count, plural, one {{shown} signature} other {{shown} signatures}}
        """;
    private static final String ARABIC = """
        language = ar
        direction = rtl
        reviewed-by-native-speaker = yes
        thanks = شكرًا «{title}»
        waiting = {count, plural, zero {٠} one {١} two {٢} few {# ف} many {# م} other {# آ}}
        until = حتى {day, date}
        heading = {signer, select, person {أنت} organisation {منظمتك}}
        web.count = {count, plural, zero {{shown} ص} one {١} two {٢} few {{shown} ف} many {{shown} م} other {{shown} آ}}
        """;

    @TempDir
    private Path words;

    @BeforeEach
    void english() throws IOException {
        Files.writeString(words.resolve("en.properties"), ENGLISH);
    }

    @Test
    void theShippedFilesAreGood() throws IOException {
        assertThat(Check.problems(WordsFile.readAll(Shipped.WORDS))).isEmpty();
    }

    @Test
    void goodFilesHaveNoProblem() throws IOException {
        assertThat(problems("ar", ARABIC)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
        until = حتى {day, date}  | #                        | until: is missing
        language = ar            | language = he            | language: must be ar
        direction = rtl          | direction = left         | direction: must be ltr or rtl
        speaker = yes            | speaker = perhaps        | reviewed-by-native-speaker: must be yes or no
        until = حتى {day, date}  | until =                  | until: is empty
        until = حتى {day, date}  | until = {day, date       | until: a } is missing after “{day, date”
        until = حتى {day, date}  | until = {day, date}}     | until: there is a } without its { after “{day, date}”
        until = حتى {day, date}  | until = {day, Date}      | until: “Date” is none of number, date, plural and select after “{day, Date”
        until = حتى {day, date}  | until = {, date}         | until: a name is missing after “{”
        until = حتى {day, date}  | until = {day}            | until: {day} is a date
        «{title}»                | «{titel}»                | thanks: {title} is missing, thanks: English has no {titel} here
        few {# ف}                | #                        | waiting: the plural form “few” is missing
        many {# م}               | many {# م} more {# م}    | waiting: the language has no plural form “more”
        many {# م}               | many {# م} many {# م}    | waiting: many is there twice after “”
        organisation {منظمتك}    | organization {م}         | heading: {signer} must have the cases person, organisation
        شكرًا                    | l'                       | thanks: use the quotation marks and the apostrophe of the language, not ' or "
        web.count = {count       | web.count = ! {count     | web.count: the front end takes {names} and one {count, plural, …} around all of the message
        thanks =                 | until = {day, date}\\nthanks = | until: is there twice
        thanks =                 | more = x\\nthanks =      | more: English has no such key
        """)
    void eachMistakeIsSaid(String good, String bad, String said) throws IOException {
        assertThat(ARABIC).contains(good);
        var broken = ARABIC.replaceFirst(
                java.util.regex.Pattern.quote(good),
                java.util.regex.Matcher.quoteReplacement(bad.equals("#") ? "" : bad.replace("\\n", "\n")));
        var expected = List.of(said.split(", (?=[a-z]+: )")).stream()
                .map(problem -> "words/ar.properties: " + problem)
                .toList();
        assertThat(problems("ar", broken))
                .anySatisfy(problem ->
                        assertThat(problem).startsWith(expected.getFirst().replaceAll(" after “”$", "")));
        assertThat(problems("ar", broken)).hasSize(expected.size());
    }

    @Test
    void aLanguageWhosePluralsAreUnknownIsSaid() throws IOException {
        assertThat(problems("tlh", ENGLISH.replace("language = en", "language = tlh")))
                .contains("words/tlh.properties: its plural rules are to be added to PluralRules.java");
    }

    @Test
    void nothingGoesWithoutEnglish() throws IOException {
        Files.delete(words.resolve("en.properties"));
        assertThat(problems("ar", ARABIC)).containsExactly("words/en.properties is missing");
    }

    private List<String> problems(String tag, String text) throws IOException {
        Files.writeString(words.resolve(tag + ".properties"), text);
        return Check.problems(WordsFile.readAll(words));
    }
}
