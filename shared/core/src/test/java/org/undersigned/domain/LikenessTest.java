package org.undersigned.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.AlphaChars;
import net.jqwik.api.constraints.Size;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LikenessTest {
    @ParameterizedTest
    @CsvSource({
        "José Nguyễn, JOSE NGUYEN",
        "Sean O’Brien, Sean OBrien",
        "Anne-Marie Doe, Anne Marie Doe",
        "王伟, 王伟",
        "!!!, !!!"
    })
    void spellingsThatFoldAlikeAreTheSameName(String one, String other) {
        assertThat(Likeness.to(one).isSame(other)).isTrue();
        assertThat(Likeness.to(one).isNear(other)).isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "Margaret Atwood, Atwood Margaret",
        "Margaret Atwood, Margret Atwood",
        "Margaret Atwood, Margareet Atwood",
        "Margaret Atwood, Margaret Atwoob",
        "Margaret Atwood, Magraret Atwood",
        "Margaret Atwood, Margret Atwod",
        "Ai Weiwei, Ai Weiwie",
        "Alice, Alica"
    })
    void slipsAndWordsInAnotherOrderAreNear(String one, String other) {
        assertThat(Likeness.to(one).isSame(other)).isFalse();
        assertThat(Likeness.to(one).isNear(other)).isTrue();
        assertThat(Likeness.to(other).isNear(one)).isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "Margaret Atwood, Margaret Laurence",
        "Margaret Atwood, Mrgret Atwod",
        "Ann Lee, Bob Lee",
        "Anna Lee, Anna Kim",
        "Alice, Alison",
        "!!!, ???"
    })
    void othersAreNotNear(String one, String other) {
        assertThat(Likeness.to(one).isNear(other)).isFalse();
        assertThat(Likeness.to(other).isNear(one)).isFalse();
    }

    @ParameterizedTest
    @CsvSource({"王伟, 王偉", "Lee, Leo", "Bono, Boni"})
    void inAShortNameNothingIsASlip(String one, String other) {
        assertThat(Likeness.to(one).isNear(other)).isFalse();
    }

    @Test
    void theShorterNameSaysHowManySlipsThereMayBe() {
        assertThat(Likeness.to("Bono").isNear("Bonoo")).isFalse();
        assertThat(Likeness.to("Alice Monroe").isNear("Alicea Monroea")).isTrue();
        assertThat(Likeness.to("Alice Monro").isNear("Alicea Monroa")).isFalse();
    }

    @Property
    void theDistanceIsThatOfTheDefinition(@ForAll("words") String one, @ForAll("words") String other) {
        int plain = plainDistance(one, other);
        int distance = Likeness.distance(one, other);
        if (plain <= 2) assertThat(distance).isEqualTo(plain);
        else assertThat(distance).isGreaterThan(2);
    }

    @Property
    void theDistanceIsTheSameBothWays(@ForAll("words") String one, @ForAll("words") String other) {
        assertThat(Likeness.distance(one, other)).isEqualTo(Likeness.distance(other, one));
    }

    @Property
    void likenessIsTheSameBothWays(@ForAll("names") String one, @ForAll("names") String other) {
        assertThat(Likeness.to(one).isNear(other)).isEqualTo(Likeness.to(other).isNear(one));
        assertThat(Likeness.to(one).isSame(other)).isEqualTo(Likeness.to(other).isSame(one));
    }

    @Property
    void aNameIsNearItselfInAnyOrderOfItsWords(
            @ForAll @Size(min = 1, max = 5) List<@AlphaChars @StringLength(min = 1, max = 9) String> words,
            @ForAll long seed) {
        List<String> shuffled = new ArrayList<>(words);
        Collections.shuffle(shuffled, new Random(seed));
        assertThat(Likeness.to(String.join(" ", words)).isNear(String.join(" ", shuffled)))
                .isTrue();
    }

    @Property
    void twoSlipsInALongNameAreNear(
            @ForAll("halves") String firstHalf, @ForAll("halves") String secondHalf, @ForAll long seed) {
        var random = new Random(seed);
        // One in each half: a slip within a slip may count as more.
        String slipped = slip(firstHalf, random) + slip(secondHalf, random);
        assertThat(Likeness.to(firstHalf + secondHalf).isNear(slipped)).isTrue();
    }

    @Provide
    Arbitrary<String> words() {
        return Arbitraries.strings().withChars("abc ").ofMaxLength(7);
    }

    @Provide
    Arbitrary<String> names() {
        return Arbitraries.oneOf(
                Arbitraries.strings().withChars("abé ’-").ofMinLength(1).ofMaxLength(14), Arbitraries.strings());
    }

    @Provide
    Arbitrary<String> halves() {
        return Arbitraries.strings().withCharRange('a', 'z').ofMinLength(7).ofMaxLength(15);
    }

    /** One letter more, less, other, or two of them swapped. */
    private static String slip(String name, Random random) {
        int at = random.nextInt(name.length() - 1);
        String before = name.substring(0, at);
        char letter = (char) ('a' + random.nextInt(26));
        return switch (random.nextInt(4)) {
            case 0 -> before + letter + name.substring(at);
            case 1 -> before + name.substring(at + 1);
            case 2 -> before + letter + name.substring(at + 1);
            default -> before + name.charAt(at + 1) + name.charAt(at) + name.substring(at + 2);
        };
    }

    /** Optimal string alignment as its recursion is written down, without any thought of time. */
    private static int plainDistance(String a, String b) {
        if (a.isEmpty() || b.isEmpty()) return a.length() + b.length();
        String shorterA = a.substring(0, a.length() - 1);
        String shorterB = b.substring(0, b.length() - 1);
        char lastA = a.charAt(a.length() - 1);
        char lastB = b.charAt(b.length() - 1);
        if (lastA == lastB) return plainDistance(shorterA, shorterB);
        int least = 1
                + Math.min(
                        plainDistance(shorterA, shorterB),
                        Math.min(plainDistance(shorterA, b), plainDistance(a, shorterB)));
        boolean swapped = a.length() > 1
                && b.length() > 1
                && lastA == b.charAt(b.length() - 2)
                && lastB == a.charAt(a.length() - 2);
        if (!swapped) return least;
        return Math.min(least, 1 + plainDistance(a.substring(0, a.length() - 2), b.substring(0, b.length() - 2)));
    }
}
