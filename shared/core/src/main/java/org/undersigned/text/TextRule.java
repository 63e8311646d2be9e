package org.undersigned.text;

import java.nio.charset.StandardCharsets;
import java.text.BreakIterator;
import java.util.Locale;
import java.util.Optional;

/**
 * How long a kind of text may be, in grapheme clusters (Unicode Standard Annex 29), code points and bytes of UTF-8, and
 * whether it may have line breaks and web addresses.
 */
public record TextRule(int graphemes, int codePoints, int bytes, boolean lineBreaks, boolean links) {
    /** A name, an affiliation and all else that strangers make us list or mail. */
    public static final TextRule NAME = new TextRule(200, 300, 800, false, false);

    /** What an organiser or a moderator writes on one line, such as where an import is from. */
    public static final TextRule LINE = new TextRule(200, 300, 800, false, true);

    public static final TextRule TITLE = new TextRule(300, 450, 1_200, false, true);

    /** Who a category is for. */
    public static final TextRule DESCRIPTION = new TextRule(500, 750, 2_000, false, true);

    /** Why a moderator does something. */
    public static final TextRule REASON = new TextRule(500, 750, 2_000, true, true);

    /** What is signed. */
    public static final TextRule LETTER = new TextRule(50_000, 75_000, 200_000, true, true);

    private static final int MAX_MARKS = 4;

    /** Cleans the text and reads it by this rule. */
    public Reading read(String given) {
        String text = Text.clean(lineBreaks ? given.replace("\r\n", "\n") : given);
        if (text.codePoints().noneMatch(TextRule::isSeen)) return new Reading.Empty();
        Optional<Reading> refusal = forbidden(text).or(() -> tooLong(text)).or(() -> link(text));
        return refusal.orElseGet(() -> new Reading.Accepted(text));
    }

    /** A mark is seen only on another character. */
    private static boolean isSeen(int c) {
        return !Characters.isMark(c) && !Characters.isBlank(c);
    }

    private Optional<Reading> forbidden(String text) {
        return text.codePoints()
                .filter(c -> Characters.isForbidden(c) && !(lineBreaks && (c == '\n' || c == '\t')))
                .boxed()
                .findFirst()
                .map(c -> new Reading.Refused("forbidden-character", "must not contain " + Characters.named(c)));
    }

    private Optional<Reading> tooLong(String text) {
        if (text.length() > codePoints && text.codePointCount(0, text.length()) > codePoints)
            return beyond("at most " + codePoints + " code points");
        if (text.getBytes(StandardCharsets.UTF_8).length > bytes) return beyond("at most " + bytes + " bytes in UTF-8");
        if (text.length() > graphemes && isLongerThan(graphemes, text))
            return beyond("at most " + graphemes + " characters");
        if (hasTooManyMarks(text)) return beyond("at most " + MAX_MARKS + " marks on a letter");
        return Optional.empty();
    }

    private static Optional<Reading> beyond(String bound) {
        return Optional.of(new Reading.Refused("too-long", "must have " + bound));
    }

    private static boolean isLongerThan(int length, String text) {
        BreakIterator graphemes = BreakIterator.getCharacterInstance(Locale.ROOT);
        graphemes.setText(text);
        int counted = 0;
        while (graphemes.next() != BreakIterator.DONE) if (++counted > length) return true;
        return false;
    }

    /** Marks beside a letter, of which Burmese has five, are not counted: they make no tower. */
    private static boolean hasTooManyMarks(String text) {
        if (Characters.hasTower(text)) return true;
        int marks = 0;
        for (int i = 0; i < text.length(); ) {
            int c = text.codePointAt(i);
            i += Character.charCount(c);
            if (Characters.isStackedMark(c)) marks++;
            else if (!Characters.isMark(c)) marks = 0;
            if (marks > MAX_MARKS) return true;
        }
        return false;
    }

    private Optional<Reading> link(String text) {
        return links || !Links.areIn(text)
                ? Optional.empty()
                : Optional.of(new Reading.Refused("link", "must not contain a web or email address"));
    }

    /** What a text was found to be. */
    public sealed interface Reading {
        record Accepted(String text) implements Reading {
            /** Does not print the text: it may be a name. */
            @Override
            public String toString() {
                return "Accepted[hidden]";
            }
        }

        /** Nothing that anybody could see. */
        record Empty() implements Reading {}

        /** {@code message} says what to do and names a character at fault. */
        record Refused(String code, String message) implements Reading {}
    }
}
