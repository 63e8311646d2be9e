package org.undersigned.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.instancio.junit.Given;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.undersigned.text.Property;
import org.undersigned.text.Texts;

class NameQueryTest {
    /** As DynamoDB compares range keys. */
    private static final Comparator<String> BY_BYTES =
            Comparator.comparing(key -> key.getBytes(StandardCharsets.UTF_8), Arrays::compareUnsigned);

    private final Random random = new Random(1);

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Bur | Charles Burton",
                "Büŕton | Charles Burton",
                "Charles | Charles Burton",
                "Charles B | Charles Burton",
                "CHARLES BUR | Charles Burton",
                "Charles Burton | Charles Burton",
                "Burton Charles | Charles Burton",
                "burton cha | Charles Burton",
                "Burton, Ch | Charles Burton",
                "van Dyke, D | Dirk van Dyke",
                "van Dyke D | Dirk van Dyke",
                "Dyke | Dirk van Dyke",
                "Dirk van | Dirk van Dyke",
                "Écuyer | Luc Desrosiers-L'Écuyer",
                "ecuyer lu | Luc Desrosiers-L'Écuyer",
                "van D | Dirk van Dyke",
                "Dyke, Di | Dirk van Dyke",
                "Desrosiers l'ecu | Luc Desrosiers-L'Écuyer",
                "Écuyer | Ann L’Écuyer",
                "Smith | Nathaniel Erskine-Smith",
                "Erskine Smith, N | Nathaniel Erskine-Smith",
                "Zoé | Zoé Tremblay",
                "Noack | Tom No\u00ADack",
                "Zim | Eve\u00A0Zimmer",
                "Str | Hans Straße",
                "L | Łukasz Łoś",
                "Jane Doe | Jane Doe, PhD",
                "Doe | Jane Doe, PhD",
                "John Smith J | John Smith Jr.",
                "山田太郎 | 山田 太郎",
                "山田 太 | 山田太郎",
                "Ann M L | Ann M. Lee",
                "Smith | Ann Sm\u0456th",
                "♥ | ♥",
                "Kim | Cher Kim",
                "Ó Briain | Seán Ó Briain",
                "O Briain | Seán Ó Briain",
                "Ní Bhriain | Máire Ní Bhriain",
                "Ortega y Gasset | José Ortega y Gasset",
                "von und zu Egg | Karl von und zu Egg",
                "in 't Veld | Sophie in 't Veld",
                "de Medici | Lorenzo de’ Medici",
                "Le Anh | Anh Le",
                "Ni Wei | Wei Ni",
                "John S | Smith, John",
                "John Smith | Smith, Dr. John",
                "Juana | de la Cruz, Juana",
                "Smith，J | John Smith",
                "Петров | Иван Петров",
                "Պետրոսյան | Արամ Պետրոսյան",
                "शर्मा | राम शर्मा",
                "Costa e Silva | Ana Costa e Silva",
                "Παπαδοπ | Γιώργος Παπαδόπουλος",
                "علي | محمد علی",
                "كريم | کریم خان",
                "محمد | محـــمد علي",
                "Marcelli | Ann Marcel·lí",
                "Marcel·lí | Ann Marcel·lí",
                "Kɔfi | Ama Kɔfi",
                "Heydər Ə | Heydər Əliyev"
            })
    void aPersonIsFound(String typed, String name) {
        assertThat(NameQuery.of(typed).finds(details(name))).isTrue();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "arles | Charles Burton",
                "Burton Dan | Charles Burton",
                "Charles Xu | Charles Burton",
                "Brien | Sean O'Brien",
                "Lee | Ann M. Lee Burton",
                "Rivers | 王伟",
            })
    void aPersonIsNotFound(String typed, String name) {
        assertThat(NameQuery.of(typed).finds(details(name))).isFalse();
    }

    /** A page goes through the beginnings one after the other, and its cursor is one key. */
    @Property
    void beginningsOfFamilyNamesComeInTheOrderOfKeys(@Given(Texts.Name.class) String typed) {
        assertThat(NameQuery.of(typed).families()).isSortedAccordingTo(BY_BYTES).doesNotHaveDuplicates();
    }

    @Property
    void whoTypesTheWholeNameFindsIt(@Given(Texts.Name.class) String name) {
        if (SortKey.beginning(name).getBytes(StandardCharsets.UTF_8).length <= 200)
            assertThat(NameQuery.of(name).finds(details(name))).isTrue();
    }

    @Property
    void searchKeysAreShortAndEndAsTheSortKeyDoes(@Given(Texts.Name.class) String name) {
        Details details = details(name.repeat(5));
        String sortKey = SortKey.byName(details.sortAs(), details.name(), random);
        for (Optional<String> key : List.of(SearchKeys.name(details, sortKey), SearchKeys.family(details, sortKey)))
            key.ifPresent(present -> {
                assertThat(present.getBytes(StandardCharsets.UTF_8)).hasSizeLessThanOrEqualTo(210);
                assertThat(present).endsWith(sortKey.substring(sortKey.length() - 8));
            });
    }

    @Test
    void whatTheSortKeyBeginsWithHasNoKeyOfItsOwn() {
        assertThat(keys("Friends of Rivers", "Friends of Rivers")).isEmpty();
        assertThat(keys("Cher", "Cher")).isEmpty();
        assertThat(keys("Charles Burton", "Burton")).isEqualTo("charles burton");
        assertThat(keys("Rita van Dyke", "Dyke")).isEqualTo("rita van dyke, van dyke  rita van dyke");
        assertThat(keys("Rita van Dyke", "van Dyke")).isEqualTo("rita van dyke, dyke  rita van dyke");
        assertThat(keys("van Dyke Rita", "van Dyke")).isEqualTo("van dyke rita, dyke  van dyke rita");
        assertThat(keys("Smith, John", "Smith, John")).isEqualTo("john smith");
        assertThat(keys("Иван Петров", "Иван Петров")).isEqualTo("петров  иван петров");
        assertThat(keys("山田 太郎", "山田 太郎")).isEmpty();
    }

    @Test
    void inAListByArrivalTheFamilyNameHasAKey() {
        Details burton = details("Charles Burton");
        String key = SortKey.byArrival(Instant.EPOCH, random);
        assertThat(SearchKeys.family(burton, key))
                .hasValueSatisfying(found -> assertThat(found).startsWith("burton  charles burton  "));
        assertThat(SearchKeys.family(details("Cher"), key)).isEmpty();
        assertThat(SearchKeys.name(details("Cher"), key)).isPresent();
    }

    private String keys(String name, String sortAs) {
        Details details = details(name).sortedAs(sortAs);
        String sortKey = SortKey.byName(sortAs, name, random);
        return Stream.of(SearchKeys.name(details, sortKey), SearchKeys.family(details, sortKey))
                .flatMap(Optional::stream)
                .map(key -> key.substring(0, key.length() - 10))
                .collect(Collectors.joining(", "));
    }

    private static Details details(String name) {
        return Letters.details(name).sortedAs(SortKey.defaultSortAs(name, Signs.PERSON));
    }
}
