package org.undersigned.domain;

import static java.util.Comparator.comparing;
import static org.assertj.core.api.Assertions.assertThat;
import static org.undersigned.domain.Signs.ORGANISATION;
import static org.undersigned.domain.Signs.PERSON;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SortKeyTest {
    /** As DynamoDB compares range keys. */
    private static final Comparator<String> BY_BYTES =
            comparing(key -> key.getBytes(StandardCharsets.UTF_8), Arrays::compareUnsigned);

    private final Random random = new Random(1);

    @Test
    void aShorterWordComesFirst() {
        assertThat(sorted("Mayor", "May", "Maya", "Ma")).containsExactly("Ma", "May", "Maya", "Mayor");
    }

    @Test
    void namesAreSortedWordByWord() {
        assertThat(sorted("Dean", "De Vries", "de la Cruz", "Delacroix", "De"))
                .containsExactly("De", "de la Cruz", "De Vries", "Dean", "Delacroix");
    }

    @Test
    void marksCaseAndApostrophesDoNotMatter() {
        assertThat(sorted("Óscar", "o’brien", "OBrian", "Obst", "Ngô", "NGO-A"))
                .containsExactly("Ngô", "NGO-A", "OBrian", "o’brien", "Obst", "Óscar");
    }

    @Test
    void theNameDecidesAmongTheSameSortAs() {
        String anna = SortKey.byName("May", "Anna May", random);
        String elizabeth = SortKey.byName("May", "Elizabeth May", random);
        assertThat(anna).isLessThan(elizabeth);
    }

    @Test
    void theSameNameTwiceHasTwoKeys() {
        assertThat(SortKey.byName("May", "Elizabeth May", random))
                .isNotEqualTo(SortKey.byName("May", "Elizabeth May", random));
    }

    @Test
    void aNameWithoutLettersStandsUnderWhatItIs() {
        assertThat(SortKey.byName("♥", "♥", random)).startsWith("♥  ♥  ");
    }

    @ParameterizedTest
    @ValueSource(strings = {"a", "é", "王", "𠀀"})
    void aLongKeyIsCutBetweenCharacters(String character) {
        for (int shift = 0; shift < 4; shift++) {
            String text = "x".repeat(shift) + character.repeat(1_000);
            String beginning = SortKey.beginning(text);
            assertThat(beginning.getBytes(StandardCharsets.UTF_8).length).isBetween(897, SortKey.MAX_BYTES);
            assertThat(beginning).doesNotContain("\uFFFD", "?");
            assertThat(SortKey.byName(text, text, random)).startsWith(beginning);
        }
    }

    @Test
    void aTextOfJustTheBytesAllowedIsNotCut() {
        String text = "x".repeat(SortKey.MAX_BYTES);
        assertThat(SortKey.beginning(text)).isEqualTo(text);
        assertThat(SortKey.beginning(text + "x")).isEqualTo(text);
    }

    @Test
    void aKeyEndsInEightRandomCharacters() {
        String key = SortKey.byArrival(Instant.EPOCH, random);
        assertThat(key).matches("0{15}-0{6}  [a-z2-7]{8}");
        for (int i = 1; i <= 8; i++) {
            int place = key.length() - i;
            assertThat(IntStream.range(0, 1_000)
                            .mapToObj(_ ->
                                    SortKey.byArrival(Instant.EPOCH, random).charAt(place))
                            .distinct())
                    .hasSize(32);
        }
    }

    @Property
    void aKeyIsNeverTooLongForTheIndex(@ForAll("names") String sortAs, @ForAll("names") String name) {
        String key = SortKey.byName(sortAs.repeat(10), name.repeat(10), random);
        assertThat(key.getBytes(StandardCharsets.UTF_8)).hasSizeLessThanOrEqualTo(1_024);
        assertThat(key).doesNotContain("\uFFFD\uFFFD").isNotEmpty();
    }

    @Property
    void whatAPrefixBeginsWithIsFoundByIt(
            @ForAll("names") String sortAs, @ForAll("names") String name, @ForAll @IntRange(max = 80) int length) {
        String prefix = sortAs.substring(0, Math.min(length, sortAs.length()));
        String key = SortKey.byName(sortAs, name, random);
        if (!Folding.fold(prefix).isEmpty()) assertThat(key).startsWith(SortKey.beginning(prefix));
        String foldedPrefix = Folding.fold(sortAs);
        foldedPrefix = foldedPrefix.substring(0, Math.min(length, foldedPrefix.length()));
        if (!Folding.fold(foldedPrefix).isEmpty()) assertThat(key).startsWith(SortKey.beginning(foldedPrefix));
        assertThat(key).startsWith(SortKey.beginning(sortAs));
    }

    @ParameterizedTest
    @CsvSource({"'de ', De Vries", "'O’', O’Brien", "O’, Obst", "'erskine-', Erskine-Smith", "ngu, Nguyễn", "王, 王伟"})
    void aPartOfAWordFindsTheWord(String prefix, String sortAs) {
        assertThat(SortKey.byName(sortAs, sortAs, random)).startsWith(SortKey.beginning(prefix));
    }

    @Test
    void aLaterWordIsNotABeginning() {
        assertThat(SortKey.byName("De Vries", "Anna De Vries", random)).doesNotStartWith(SortKey.beginning("Vries"));
    }

    @Property
    void keysSortAsTheirFoldedWordsDo(@ForAll("folding") List<String> words) {
        String[] one = {words.get(0), words.get(1)};
        String[] other = {words.get(2), words.get(3)};
        Comparator<String[]> byFolded = Comparator.<String[], String>comparing(w -> Folding.fold(w[0]), BY_BYTES)
                .thenComparing(w -> Folding.fold(w[1]), BY_BYTES);
        int expected = byFolded.compare(one, other);
        int actual =
                BY_BYTES.compare(SortKey.byName(one[0], one[1], random), SortKey.byName(other[0], other[1], random));
        if (expected != 0) assertThat(Integer.signum(actual)).isEqualTo(Integer.signum(expected));
    }

    @Property
    void arrivalsSortByTimeThenByPosition(
            @ForAll @LongRange(max = 32_503_680_000_000L) long one,
            @ForAll @LongRange(max = 32_503_680_000_000L) long other,
            @ForAll @IntRange(max = 999_999) int position,
            @ForAll @IntRange(max = 999_999) int otherPosition) {
        String key = SortKey.byArrival(Instant.ofEpochMilli(one), position, random);
        String otherKey = SortKey.byArrival(Instant.ofEpochMilli(other), otherPosition, random);
        int expected = one != other ? Long.compare(one, other) : Integer.compare(position, otherPosition);
        if (expected != 0) assertThat(Integer.signum(key.compareTo(otherKey))).isEqualTo(expected);
    }

    @Test
    void aNumberOfImportedRowsKeepsItsOrderAmongThoseOfTheSameDay() {
        Instant day = Instant.parse("2026-11-23T00:00:00Z");
        var keys = IntStream.of(2, 9, 10, 118, 999_999)
                .mapToObj(line -> SortKey.byArrival(day, line, random))
                .toList();
        assertThat(keys).isSorted();
    }

    @ParameterizedTest
    @CsvSource({
        "Elizabeth May, May",
        "José Álvarez, Álvarez",
        "Nguyễn Văn Anh, Anh",
        "Cher, Cher",
        "Anna Smith !, Smith",
        "Anna Smith (♥), Smith",
        "! ♥, ! ♥",
        "Nathaniel Erskine-Smith, Erskine-Smith",
        "Conan O’Brien, O’Brien",
        "Anna Lee (PhD), (PhD)",
        "王伟, 王伟",
        "陳 大文, 陳 大文",
        "Анна Иванова, Анна Иванова",
        "王 Wei, 王 Wei"
    })
    void aPersonIsSortedByTheLastWordInLatinScript(String name, String sortAs) {
        assertThat(SortKey.defaultSortAs(name, PERSON)).isEqualTo(sortAs);
        assertThat(SortKey.defaultSortAs(name, ORGANISATION)).isEqualTo(name);
    }

    @Test
    void aDecomposedNameIsInLatinScript() {
        assertThat(SortKey.defaultSortAs("Anna A\u0301lvarez", PERSON)).isEqualTo("A\u0301lvarez");
    }

    @ParameterizedTest
    @CsvSource({
        "May, Elizabeth May",
        "elizabeth, Elizabeth May",
        "May Elizabeth, Elizabeth May",
        "alvarez, José Álvarez",
        "OBrien, Conan O’Brien",
        "Smith, Nathaniel Erskine-Smith",
        "van der Berg, Anna van der Berg",
        "王伟, 王伟",
        "♥, ♥"
    })
    void aWishedSortingMayUseTheNamesOwnWords(String sortAs, String name) {
        assertThat(SortKey.isMadeOf(sortAs, name)).isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "Aaa, Elizabeth May",
        "Ma, Elizabeth May",
        "May Aaa, Elizabeth May",
        "王, 王伟",
        "!, Elizabeth May",
        "May, ♥"
    })
    void aWishedSortingMayUseNoOtherWord(String sortAs, String name) {
        assertThat(SortKey.isMadeOf(sortAs, name)).isFalse();
    }

    @Property
    void theDefaultSortingIsMadeOfTheName(@ForAll("names") String name) {
        String sortAs = SortKey.defaultSortAs(name, PERSON);
        assertThat(name).contains(sortAs);
        assertThat(SortKey.isMadeOf(sortAs, name)).isTrue();
    }

    private List<String> sorted(String... names) {
        return Stream.of(names)
                .sorted(comparing(name -> SortKey.byName(name, name, random), BY_BYTES))
                .toList();
    }

    @Provide
    Arbitrary<String> names() {
        return Texts.names();
    }

    /** Short words of few letters, so that they often agree in part. */
    @Provide
    Arbitrary<List<String>> folding() {
        return Arbitraries.strings()
                .withChars("abB éz-’王𠀀")
                .ofMinLength(1)
                .ofMaxLength(5)
                .filter(word -> !Folding.fold(word).isEmpty())
                .list()
                .ofSize(4);
    }
}
