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
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.instancio.junit.Given;
import org.instancio.junit.GivenProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.undersigned.text.Folding;
import org.undersigned.text.Property;
import org.undersigned.text.Texts;

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
    void aKeyIsNeverTooLongForTheIndex(@Given(Texts.Name.class) String sortAs, @Given(Texts.Name.class) String name) {
        String key = SortKey.byName(sortAs.repeat(10), name.repeat(10), random);
        assertThat(key.getBytes(StandardCharsets.UTF_8)).hasSizeLessThanOrEqualTo(1_024);
        assertThat(key).doesNotContain("\uFFFD\uFFFD").isNotEmpty();
    }

    @Property
    void whatAPrefixBeginsWithIsFoundByIt(
            @Given(OneScript.class) String sortAs,
            @Given(Texts.Name.class) String name,
            @Given(UpTo80.class) int length) {
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
    void keysSortAsTheirFoldedWordsDo(@Given(FourWords.class) String given) {
        List<String> words = List.of(given.split("\\|"));
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
            @Given(Minute.class) long one,
            @Given(Minute.class) long other,
            @Given(UpTo80.class) int position,
            @Given(UpTo80.class) int otherPosition) {
        String key = SortKey.byArrival(Instant.ofEpochSecond(60 * one), position, random);
        String otherKey = SortKey.byArrival(Instant.ofEpochSecond(60 * other), otherPosition, random);
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
    @CsvSource({"Elizabeth May, May", "'Amy Zed, M.D.', Zed", "王伟, 王伟"})
    void aPersonIsSortedByTheFamilyNameAndAnOrganisationByItsName(String name, String sortAs) {
        assertThat(SortKey.defaultSortAs(name, PERSON)).isEqualTo(sortAs);
        assertThat(SortKey.defaultSortAs(name, ORGANISATION)).isEqualTo(name);
    }

    @Property
    void aKeyMadeAgainIsTheSame(@Given(Texts.Name.class) String sortAs, @Given(Texts.Name.class) String name) {
        String key = SortKey.byName(sortAs, name, random);
        assertThat(SortKey.byNameAgain(sortAs, name, key)).isEqualTo(key);
    }

    @Test
    void aKeyMadeAgainForAnotherNameEndsAsItDid() {
        String key = SortKey.byName("PhD", "Ann Lee PhD", random);
        assertThat(SortKey.byNameAgain("Lee", "Ann Lee PhD", key))
                .isEqualTo("lee  ann lee phd  " + key.substring(key.length() - 8));
    }

    @Test
    void aKeyTellsNoMomentFinerThanAMinute() {
        Instant minute = Instant.parse("2026-11-23T12:34:00Z");
        assertThat(SortKey.byArrival(minute.plusMillis(59_999), random))
                .startsWith(SortKey.byArrival(minute, random).substring(0, 24));
    }

    @Test
    void peopleAreListedAsAReaderLooksForThem() {
        assertThat(Stream.of(
                                "Ina Zz",
                                "Ib Æbelø",
                                "Knut Ødegaard",
                                "Ana Oakley",
                                "Eva Þórsdóttir",
                                "Olga Đurić",
                                "Łukasz Łoś",
                                "Ann Lima",
                                "Mia Œuvray",
                                "Eve\u00A0Zimmer",
                                "Al Gray",
                                "Jo Early",
                                "Jane Doe, PhD",
                                "Tom No\u00ADack",
                                "Bo Noaa")
                        .sorted(comparing(
                                name -> SortKey.byName(SortKey.defaultSortAs(name, PERSON), name, random), BY_BYTES)))
                .containsExactly(
                        "Ib Æbelø",
                        "Jane Doe, PhD",
                        "Olga Đurić",
                        "Jo Early",
                        "Al Gray",
                        "Ann Lima",
                        "Łukasz Łoś",
                        "Bo Noaa",
                        "Tom No\u00ADack",
                        "Ana Oakley",
                        "Knut Ødegaard",
                        "Mia Œuvray",
                        "Eva Þórsdóttir",
                        "Eve\u00A0Zimmer",
                        "Ina Zz");
    }

    private List<String> sorted(String... names) {
        return Stream.of(names)
                .sorted(comparing(name -> SortKey.byName(name, name, random), BY_BYTES))
                .toList();
    }

    /** Where a word has letters of two scripts, its beginning may be taken for another's. */
    static final class OneScript implements GivenProvider {
        @Override
        public Object provide(ElementContext context) {
            return Texts.of("aMZ éÉßøŁđﬁ①½İı'’´-.,& \u00A0\u00AD\u200B\u0301王伟한국🏽", 1, 20, context.random());
        }
    }

    static final class UpTo80 implements GivenProvider {
        @Override
        public Object provide(ElementContext context) {
            return context.random().intRange(0, 80);
        }
    }

    static final class Minute implements GivenProvider {
        @Override
        public Object provide(ElementContext context) {
            return context.random().longRange(0, 500_000_000);
        }
    }

    /** Short words of few letters, so that they often agree in part. */
    static final class FourWords implements GivenProvider {
        @Override
        public Object provide(ElementContext context) {
            return Stream.generate(() -> Texts.of("abB éz-’王𠀀", 1, 5, context.random()))
                    .filter(word -> !Folding.fold(word).isEmpty())
                    .limit(4)
                    .collect(Collectors.joining("|"));
        }
    }
}
