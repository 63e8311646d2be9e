package org.undersigned.domain;

import java.text.BreakIterator;
import java.text.Normalizer;
import java.util.Locale;
import java.util.Optional;

/** The rules for a name, an affiliation or another short text that a signer gives. */
public final class Wording {
    /** The longest text allowed, in grapheme clusters (Unicode Standard Annex 29). */
    public static final int MAX_LENGTH = 200;

    /** Letters and a symbol by their class that show nothing: the fillers of Hangul, and the Braille pattern without dots. */
    private static final String BLANKS = "\u115F\u1160\u3164\uFFA0\u2800";

    private Wording() {}

    /** The text in NFC without white space at its ends. */
    public static String tidy(String text) {
        String stripped = text.strip();
        return Folding.isAscii(stripped) ? stripped : Normalizer.normalize(stripped, Normalizer.Form.NFC);
    }

    /** What is wrong with a tidy text, if anything. */
    public static Optional<Flaw> flawOf(String text) {
        if (!hasVisible(text)) return Optional.of(Flaw.EMPTY);
        if (hasForbidden(text)) return Optional.of(Flaw.FORBIDDEN_CHARACTER);
        if (isTooLong(text)) return Optional.of(Flaw.TOO_LONG);
        if (hasLink(text)) return Optional.of(Flaw.LINK);
        return Optional.empty();
    }

    private static boolean hasVisible(String text) {
        return text.codePoints().anyMatch(Wording::isVisible);
    }

    /** Marks are seen only on another character. */
    private static boolean isVisible(int character) {
        return switch (Character.getType(character)) {
            case Character.FORMAT,
                    Character.NON_SPACING_MARK,
                    Character.COMBINING_SPACING_MARK,
                    Character.ENCLOSING_MARK -> false;
            default ->
                !Character.isWhitespace(character)
                        && !Character.isSpaceChar(character)
                        && BLANKS.indexOf(character) < 0;
        };
    }

    private static boolean hasForbidden(String text) {
        return text.codePoints()
                .anyMatch(c -> Character.isISOControl(c)
                        || (c >= 0x202A && c <= 0x202E)
                        || (c >= 0x2066 && c <= 0x2069)
                        || c == 0xFEFF
                        || (c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE));
    }

    private static boolean isTooLong(String text) {
        if (text.length() <= MAX_LENGTH) return false;
        BreakIterator graphemes = BreakIterator.getCharacterInstance(Locale.ROOT);
        graphemes.setText(text);
        int length = 0;
        while (graphemes.next() != BreakIterator.DONE) if (++length > MAX_LENGTH) return true;
        return false;
    }

    private static boolean hasLink(String text) {
        return text.contains("://") || text.toLowerCase(Locale.ROOT).contains("www.");
    }

    /** Why a text is refused. */
    public enum Flaw {
        EMPTY("required", "must not be empty"),
        FORBIDDEN_CHARACTER(
                "forbidden-character",
                "must not contain control characters, text direction controls or broken characters"),
        TOO_LONG("too-long", "must have at most " + MAX_LENGTH + " characters"),
        LINK("link", "must not contain a web address");

        private final String code;
        private final String message;

        Flaw(String code, String message) {
            this.code = code;
            this.message = message;
        }

        public String code() {
            return code;
        }

        public String message() {
            return message;
        }
    }
}
