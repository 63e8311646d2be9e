package org.undersigned.wording;

/** Keeps a name written from right to left from reordering the sentence around it (Unicode UAX 9, isolates). */
final class Isolate {
    static final char START = '\u2068';
    static final char END = '\u2069';

    private Isolate() {}

    /** The name as {@link Messages} put it into a sentence; HTML turns the marks into {@code <bdi>}. */
    static String of(String name) {
        return START + name + END;
    }

    /** Whether the character marks an embedding, override or isolate: one that a name brings would undo ours. */
    static boolean isBidiControl(char c) {
        return c >= '\u202a' && c <= '\u202e' || c >= '\u2066' && c <= '\u2069';
    }

    /** For plain text: the marks stay only where they matter, as some programs show them as boxes. */
    static String plain(String text) {
        if (text.indexOf(START) < 0 || text.codePoints().anyMatch(Isolate::isRightToLeft)) {
            return text;
        }
        return none(text);
    }

    /** For a subject, which ends with the name. */
    static String none(String text) {
        return text.replace(String.valueOf(START), "").replace(String.valueOf(END), "");
    }

    private static boolean isRightToLeft(int codePoint) {
        byte direction = Character.getDirectionality(codePoint);
        return direction == Character.DIRECTIONALITY_RIGHT_TO_LEFT
                || direction == Character.DIRECTIONALITY_RIGHT_TO_LEFT_ARABIC;
    }
}
