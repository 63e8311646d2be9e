package org.undersigned.domain;

import java.util.Locale;
import java.util.Optional;

/** The spelling of the domain's enumerated words outside Java: {@code IN_REVIEW} is {@code in-review}. */
public final class Term {
    private Term() {}

    public static String of(Enum<?> word) {
        return word.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** Empty when none of the words is spelled so. */
    public static <E extends Enum<E>> Optional<E> read(E[] words, String spelling) {
        for (E word : words) if (of(word).equals(spelling)) return Optional.of(word);
        return Optional.empty();
    }
}
