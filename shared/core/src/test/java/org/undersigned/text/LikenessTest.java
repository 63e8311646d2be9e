package org.undersigned.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.instancio.Random;
import org.instancio.junit.Given;
import org.instancio.junit.GivenProvider;
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
        assertThat(Likeness.to(one).isSame(Likeness.to(other))).isTrue();
        assertThat(Likeness.to(one).isNear(Likeness.to(other))).isTrue();
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
        "Alice, Alica",
        "Jon Stuartson, John Stuarton",
        "山田太郎, 太郎 山田",
        "김철수, 철수김"
    })
    void slipsAndWordsInAnotherOrderAreNear(String one, String other) {
        assertThat(Likeness.to(one).isSame(Likeness.to(other))).isFalse();
        assertThat(Likeness.to(one).isNear(Likeness.to(other))).isTrue();
        assertThat(Likeness.to(other).isNear(Likeness.to(one))).isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "Margaret Atwood, Margaret Laurence",
        "Margaret Atwood, Mrgret Atwod",
        "Ann Lee, Bob Lee",
        "Anna Lee, Anna Kim",
        "Margaret Atwood, Margaret Wood",
        "Mohammed Ali, Mohammed Amin",
        "王伟, 伟王",
        "Alice, Alison",
        "!!!, ???"
    })
    void othersAreNotNear(String one, String other) {
        assertThat(Likeness.to(one).isNear(Likeness.to(other))).isFalse();
        assertThat(Likeness.to(other).isNear(Likeness.to(one))).isFalse();
    }

    @ParameterizedTest
    @CsvSource({"王伟, 王偉", "Lee, Leo", "Bono, Boni"})
    void inAShortNameNothingIsASlip(String one, String other) {
        assertThat(Likeness.to(one).isNear(Likeness.to(other))).isFalse();
    }

    @Test
    void theShorterNameSaysHowManySlipsThereMayBe() {
        assertThat(Likeness.to("Bono").isNear(Likeness.to("Bonoo"))).isFalse();
        assertThat(Likeness.to("Alice Monroe").isNear(Likeness.to("Alicea Monroea")))
                .isTrue();
        assertThat(Likeness.to("Alice Monro").isNear(Likeness.to("Alicea Monroa")))
                .isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "Friends of Rivers, 'Friends of Rivers, Inc.'",
        "Friends of Rivers, Friends of Rivers e.V.",
        "Friends of Rivers, The Friends of Rivers",
        "Friends of Rivers, Friends of Rivers (Canada)",
        "Friends of Rivers, FRIENDS OF RIVERS LTD.",
        "Amis des rivières, Les amis des rivières asbl",
        "River Watch, River\u00ADWatch\u00AD",
        "River Watch, R\u0456ver Watch",
        "Friends of Rivers, Friends of the Rivers",
        "Friends of Rivers, 'Friends of Rivers, a 501(c)(3)'",
        "Friends of Rivers, Friends of Rivers Pty Limited",
        "Friends of Rivers, vzw Friends of Rivers",
        "Friends of Rivers, Stichting Friends of Rivers",
        "Smith & Sons, Smith and Sons",
        "Müller & Söhne, Müller und Söhne",
        "Pan & Trabajo, Pan y Trabajo",
        "L’Eau vive, Eau vive",
        "An Taisce, Taisce",
        "De Kleine Aarde, Kleine Aarde",
        "الجمعية الخيرية, جمعية الخيرية",
        "川の友, 株式会社川の友",
        "川の友, ㈱川の友",
        "川の友, NPO法人川の友",
        "北京河友, 北京河友有限公司",
        "강의친구, 주식회사 강의친구",
        "강의친구, ㈜강의친구",
        "Друзья рек, ООО «Друзья рек»",
        "Sahabat Sungai, PT. Sahabat Sungai Tbk"
    })
    void anOrganisationIsTheSameInWhicheverLegalForm(String one, String other) {
        assertThat(Likeness.toOrganisation(one).isNear(Likeness.toOrganisation(other)))
                .isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "Friends of Rivers, Friends of Lakes",
        "Co, Inc",
        "The Ltd, Ltd GmbH",
        "AS, SE",
        "The Company, The Corporation"
    })
    void anotherOrganisationIsAnother(String one, String other) {
        assertThat(Likeness.toOrganisation(one).isNear(Likeness.toOrganisation(other)))
                .isFalse();
    }

    @Test
    void comparingIsBoundedWork() {
        var random = new java.util.Random(1);
        List<Likeness> jamo = Stream.generate(() -> random.ints(5_000, 0x1100, 0x1113)
                        .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                        .toString())
                .limit(16)
                .map(Likeness::to)
                .toList();
        assertThat(nanoseconds(() -> {
                    for (Likeness one : jamo) for (Likeness other : jamo) one.holds(other);
                }))
                .isLessThan(500_000_000L);
    }

    @Test
    void aSignThatIsAWholeSentenceIsReadInNoTime() {
        assertThat(nanoseconds(() -> {
                    for (int i = 0; i < 100; i++) Likeness.toOrganisation("ﷺ".repeat(199) + i);
                }))
                .isLessThan(500_000_000L);
    }

    @Test
    void theDistanceOfTwoLongTextsIsBoundedWork() {
        String one = "ab".repeat(2_500);
        assertThat(Likeness.distance(one, one)).isZero();
        assertThat(nanoseconds(() -> Likeness.distance(one, "ba".repeat(2_500))))
                .isLessThan(500_000_000L);
    }

    /** Of the processor, the shortest of three: whatever else the machine does meanwhile. */
    private static long nanoseconds(Runnable work) {
        var threads = ManagementFactory.getThreadMXBean();
        return LongStream.range(0, 3)
                .map(_ -> {
                    long before = threads.getCurrentThreadCpuTime();
                    work.run();
                    return threads.getCurrentThreadCpuTime() - before;
                })
                .min()
                .getAsLong();
    }

    @Property
    void theDistanceIsThatOfTheDefinition(@Given(Short.class) String one, @Given(Short.class) String other) {
        int plain = plainDistance(one, other);
        int distance = Likeness.distance(one, other);
        if (plain <= 2) assertThat(distance).isEqualTo(plain);
        else assertThat(distance).isGreaterThan(2);
    }

    @Property
    void theDistanceIsTheSameBothWays(@Given(Short.class) String one, @Given(Short.class) String other) {
        assertThat(Likeness.distance(one, other)).isEqualTo(Likeness.distance(other, one));
    }

    @Property
    void likenessIsTheSameBothWays(@Given(Name.class) String one, @Given(Name.class) String other) {
        assertThat(Likeness.to(one).isNear(Likeness.to(other)))
                .isEqualTo(Likeness.to(other).isNear(Likeness.to(one)));
        assertThat(Likeness.to(one).isSame(Likeness.to(other)))
                .isEqualTo(Likeness.to(other).isSame(Likeness.to(one)));
    }

    @Property
    void aNameIsNearItselfInAnyOrderOfItsWords(@Given(FewWords.class) String words, @Given long seed) {
        List<String> shuffled = new ArrayList<>(List.of(words.split(" ")));
        Collections.shuffle(shuffled, new java.util.Random(seed));
        assertThat(Likeness.to(words).isNear(Likeness.to(String.join(" ", shuffled))))
                .isTrue();
    }

    @Property
    void twoSlipsInALongNameAreNear(
            @Given(Half.class) String firstHalf, @Given(Half.class) String secondHalf, @Given long seed) {
        var random = new java.util.Random(seed);
        // One in each half: a slip within a slip may count as more.
        String slipped = slip(firstHalf, random) + slip(secondHalf, random);
        assertThat(Likeness.to(firstHalf + secondHalf).isNear(Likeness.to(slipped)))
                .isTrue();
    }

    static final class Short implements GivenProvider {
        @Override
        public Object provide(ElementContext context) {
            return Texts.of("abc ", 0, 7, context.random());
        }
    }

    static final class Name implements GivenProvider {
        @Override
        public Object provide(ElementContext context) {
            Random random = context.random();
            return random.trueOrFalse() ? Texts.of("abé ’-", 1, 14, random) : Texts.any(random);
        }
    }

    static final class Half implements GivenProvider {
        @Override
        public Object provide(ElementContext context) {
            return Texts.of("abcdefghijklmnopqrstuvwxyz", 7, 15, context.random());
        }
    }

    static final class FewWords implements GivenProvider {
        @Override
        public Object provide(ElementContext context) {
            return Stream.generate(() -> Texts.of("abcdeABCDEmrnvwlIi", 1, 9, context.random()))
                    .limit(context.random().intRange(1, 5))
                    .collect(Collectors.joining(" "));
        }
    }

    /** One letter more, less, other, or two of them swapped. */
    private static String slip(String name, java.util.Random random) {
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
