package org.undersigned.domain;

import org.undersigned.text.Text;

/** What mail programs and lists put round an address, and people copy with it: {@code "Anna" <anna@example.org>,}. */
final class PastedAddress {
    private static final String MAILTO = "mailto:";
    private static final String SEPARATORS = ",;،؛、";
    private static final String FULL_STOPS = ".。｡";
    private static final String PAIRS = "<>()[]\"\"''“”„“‘’‚‘«»»«「」";

    /** Some in each other are met, as in {@code "Anna <anna@example.org>"}. */
    private static final int MAX_LAYERS = 4;

    private PastedAddress() {}

    /** Without what surrounds the address, where that is beyond doubt; no address itself is changed. */
    static String bare(String pasted) {
        String text = trimmed(pasted);
        for (int i = 0; i < MAX_LAYERS; i++) text = withoutName(withoutPair(withoutScheme(text)));
        return text;
    }

    /** A link may say more than an address, and in another spelling. */
    static boolean isLink(String text) {
        return text.regionMatches(true, 0, MAILTO, 0, MAILTO.length());
    }

    /** Without white space, separators and what nobody sees at the ends; dots that stand for more are no separators. */
    private static String trimmed(String text) {
        int from = 0;
        int to = text.length();
        while (from < to && isDropped(text.codePointAt(from))) from += Character.charCount(text.codePointAt(from));
        while (from < to && (isDropped(text.codePointBefore(to)) || endsWithOneStop(text, to)))
            to -= Character.charCount(text.codePointBefore(to));
        return text.substring(from, to);
    }

    private static boolean isDropped(int c) {
        return Text.isUnseen(c) || SEPARATORS.indexOf(c) >= 0;
    }

    private static boolean endsWithOneStop(String text, int to) {
        return isFullStop(text.charAt(to - 1)) && (to < 2 || !isFullStop(text.charAt(to - 2)));
    }

    private static boolean isFullStop(char c) {
        return FULL_STOPS.indexOf(c) >= 0;
    }

    private static String withoutScheme(String text) {
        if (!isLink(text) || text.contains("?") || text.contains("%")) return text;
        int from = MAILTO.length();
        return trimmed(text.substring(text.startsWith("//", from) ? from + 2 : from));
    }

    private static String withoutPair(String text) {
        int last = text.length() - 1;
        for (int i = 0; last > 0 && i < PAIRS.length(); i += 2)
            if (text.charAt(0) == PAIRS.charAt(i) && text.charAt(last) == PAIRS.charAt(i + 1))
                return trimmed(text.substring(1, last));
        return text;
    }

    /** Without the name of whoever has it, which may be the address once more. */
    private static String withoutName(String text) {
        int open = text.indexOf('<');
        if (open < 0 || open != text.lastIndexOf('<') || text.indexOf('>') != text.length() - 1) return text;
        String name = text.substring(0, open);
        String address = withoutScheme(trimmed(text.substring(open + 1, text.length() - 1)));
        boolean names = (name.isEmpty() || !Address.isOfLocalPart(name.charAt(open - 1)))
                && Text.forbidden(name).isEmpty()
                && (!name.contains("@") || withoutPair(trimmed(name)).equalsIgnoreCase(address));
        return names ? address : text;
    }
}
