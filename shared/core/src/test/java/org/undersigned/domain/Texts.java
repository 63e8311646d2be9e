package org.undersigned.domain;

import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;

/** Texts for properties: all of Unicode, and among it often what names are made of and what is hard about them. */
public final class Texts {
    private static final int[] HARD =
            "aMZ éÉíßøŁđĲǅʼ'’´`-.,&()  王伟陳大文Nguyễnไทยहिन्दीعربي한국어\u0301\u0323\u1100\u1161ﬁ①Ⅷ½İıſΣς👩‍👧🇨🇦🏽"
                    .codePoints()
                    .toArray();

    private Texts() {}

    /** Any text, well formed or not. */
    public static Arbitrary<String> any() {
        return of(Arbitraries.integers().between(0, Character.MAX_CODE_POINT));
    }

    /** Texts that the rules for names accept, tidied. */
    public static Arbitrary<String> names() {
        return any().map(Wording::tidy)
                .filter(text -> Wording.flawOf(text).isEmpty())
                .filter(text -> text.equals(Wording.tidy(text)));
    }

    private static Arbitrary<String> of(Arbitrary<Integer> rare) {
        Arbitrary<Integer> frequent = Arbitraries.of(IntStream.of(HARD).boxed().toList());
        return Arbitraries.frequencyOf(
                        net.jqwik.api.Tuple.of(6, frequent),
                        net.jqwik.api.Tuple.of(2, Arbitraries.integers().between(0x20, 0x24F)),
                        net.jqwik.api.Tuple.of(1, rare))
                .list()
                .ofMaxSize(40)
                .map(characters -> characters.stream()
                        .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                        .toString());
    }
}
