package org.undersigned.text;

import java.lang.Character.UnicodeScript;
import java.util.List;
import java.util.stream.IntStream;
import org.instancio.Random;
import org.instancio.junit.GivenProvider;

/** Texts for properties: all of Unicode, and among it often what names are made of and what is hard about them. */
public final class Texts {
    private static final int[] HARD =
            ("aMZ éÉíßøŁđĲǅʼ'’´`-.,&()/@:  王伟陳大文Nguyễnไทยहिन्दीعربي한국어\u0301\u0323\u1100\u1161ﬁ①Ⅷ½İıſΣς👩‍👧🇨🇦🏽"
                + "Аеорусһ\u0410ΑΒΟο\u00A0\u00AD\u200B\u200C\u200D\u200E\u2060\uFEFF\uFE0F\u034F\u115F\u3164\u3000\u2800\u0327"
                + "Þþæœħŋŋ\u202E\u0E31\u094D\u093Cカ・ー☺1️⃣")
                    .codePoints()
                    .toArray();

    /** Most of Unicode is unassigned, and most of the rest Han and Hangul, of which there are enough above. */
    private static final int[] ASSIGNED = assigned()
            .filter(c -> UnicodeScript.of(c) != UnicodeScript.HAN && (c < 0xAC00 || c > 0xD7A3))
            .toArray();

    private Texts() {}

    /** All characters that Unicode has given a meaning. */
    static IntStream assigned() {
        return IntStream.rangeClosed(0, Character.MAX_CODE_POINT)
                .filter(c -> Character.isDefined(c) && Character.getType(c) != Character.PRIVATE_USE);
    }

    /** Any text, well formed or not, of up to 40 characters. */
    public static String any(Random random) {
        var text = new StringBuilder();
        int length = random.intRange(0, 40);
        for (int i = 0; i < length; i++) text.appendCodePoint(character(random));
        return text.toString();
    }

    /** A text that the rule for names accepts, cleaned. */
    public static String name(Random random) {
        while (true) if (TextRule.NAME.read(any(random)) instanceof TextRule.Reading.Accepted(String name)) return name;
    }

    /** Of these characters, of up to that length. */
    public static String of(String characters, int min, int max, Random random) {
        int[] all = characters.codePoints().toArray();
        var text = new StringBuilder();
        for (int i = random.intRange(min, max); i > 0; i--)
            text.appendCodePoint(all[random.intRange(0, all.length - 1)]);
        return text.toString();
    }

    public static <T> T one(List<T> of, Random random) {
        return of.get(random.intRange(0, of.size() - 1));
    }

    private static int character(Random random) {
        int kind = random.intRange(1, 9);
        if (kind <= 5) return HARD[random.intRange(0, HARD.length - 1)];
        if (kind <= 6) return random.intRange(0x20, 0x24F);
        return kind <= 8
                ? ASSIGNED[random.intRange(0, ASSIGNED.length - 1)]
                : random.intRange(0, Character.MAX_CODE_POINT);
    }

    /** Gives {@link #any}. */
    public static final class Any implements GivenProvider {
        @Override
        public Object provide(ElementContext context) {
            return any(context.random());
        }
    }

    /** Gives {@link #name}. */
    public static final class Name implements GivenProvider {
        @Override
        public Object provide(ElementContext context) {
            return name(context.random());
        }
    }
}
