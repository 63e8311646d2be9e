package org.undersigned.text;

import static org.assertj.core.api.Assertions.assertThat;

import com.ibm.icu.text.SpoofChecker;
import java.text.Normalizer;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.instancio.junit.Given;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SkeletonTest {
    private static final SpoofChecker ORACLE = new SpoofChecker.Builder().build();

    /** Letters and digits of one form, by the skeleton that they share. */
    private static final Map<String, List<Integer>> ALIKE = IntStream.rangeClosed(0, Character.MAX_CODE_POINT)
            .filter(c -> Character.isDefined(c) && Character.isLetterOrDigit(c))
            .filter(c -> Normalizer.normalize(Character.toString(c), Normalizer.Form.NFKD)
                    .equals(Character.toString(c)))
            .boxed()
            .collect(Collectors.groupingBy(c -> ORACLE.getSkeleton(Character.toString(c))));

    @ParameterizedTest
    @CsvSource({
        "Margaret Atwood, ΜΑRGΑRΕΤ ΑΤWΟΟD",
        "Margaret Atwood, Маrgаrеt Аtwооd",
        "Margaret Atwood, 𝐌𝐚𝐫𝐠𝐚𝐫𝐞𝐭 𝐀𝐭𝐰𝐨𝐨𝐝",
        "Margaret Atwood, Ｍａｒｇａｒｅｔ Ａｔｗｏｏｄ",
        "Margaret Atwood, Márgaret Atw00d",
        "Margaret Atwood, MARGARET ATWOOD",
        "Margaret Atwood, rnargaret atvvood",
        "Ai Weiwei, Al Weiwei",
        "Ai Weiwei, AI WEIWEI",
        "Ai Weiwei, A1 Weiwei",
        "Coco Cop, Сосо Сор"
    })
    void whatLooksTheSameHasTheSameSkeleton(String one, String other) {
        assertThat(Skeleton.of(other)).isEqualTo(Skeleton.of(one));
    }

    @ParameterizedTest
    @CsvSource({"Margaret Atwood, Margaret Laurence", "王伟, 王芳", "Anna Lee, Anne Lee"})
    void whatLooksOtherwiseHasAnother(String one, String other) {
        assertThat(Skeleton.of(other)).isNotEqualTo(Skeleton.of(one));
    }

    /** The prototypes are Unicode's: two single letters that ICU calls confusable are so here. */
    @Test
    void lettersThatUnicodeCallsConfusableAreSoHere() {
        IntStream.rangeClosed(0, Character.MAX_CODE_POINT)
                .filter(c -> Character.isDefined(c) && Character.isLetterOrDigit(c))
                .filter(c -> Normalizer.normalize(Character.toString(c), Normalizer.Form.NFKD)
                        .equals(Character.toString(c)))
                .forEach(c -> assertThat(Lookalikes.prototype(c))
                        .as(Characters.named(c))
                        .isEqualTo(ORACLE.getSkeleton(Character.toString(c))));
    }

    @Test
    void asciiNeedsNoTable() {
        for (char c = 0; c < 0x80; c++)
            if (Character.isLetterOrDigit(c))
                assertThat(Skeleton.of(Character.toString(c)))
                        .isEqualTo(Skeleton.of(ORACLE.getSkeleton(Character.toString(c))));
    }

    /** Each letter may stand as any other that Unicode calls confusable with it. */
    @Property
    void skeletonsAreSymmetric(@Given(Texts.Any.class) String one, @Given long seed) {
        var random = new Random(seed);
        String other = one.codePoints()
                .map(c -> alike(c, random))
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
        assertThat(Skeleton.of(other)).isEqualTo(Skeleton.of(one));
        assertThat(Likeness.to(one).isSame(Likeness.to(other))).isTrue();
        assertThat(Likeness.to(other).isSame(Likeness.to(one))).isTrue();
    }

    @Property
    void aSkeletonHasWordsPartedByOneSpace(@Given(Texts.Any.class) String text) {
        assertThat(Skeleton.of(text)).doesNotContain("  ").doesNotStartWith(" ").doesNotEndWith(" ");
    }

    private static int alike(int letter, Random random) {
        List<Integer> letters = ALIKE.getOrDefault(ORACLE.getSkeleton(Character.toString(letter)), List.of());
        return letters.contains(letter) ? letters.get(random.nextInt(letters.size())) : letter;
    }

    @Property
    void theSkeletonOfACleanedTextIsThatOfTheRawText(@Given(Texts.Any.class) String text) {
        assertThat(Skeleton.of(Text.clean(text))).isEqualTo(Skeleton.of(text));
    }
}
