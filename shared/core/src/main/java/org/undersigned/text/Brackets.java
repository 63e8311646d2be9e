package org.undersigned.text;

/** What stands in brackets in a name: a remark, pronouns, a place. */
final class Brackets {
    private static final String OPENING = "([{（［｛〔【";
    private static final String CLOSING = ")]}）］｝〕】";

    private Brackets() {}

    /** The text without it; a bracket that nobody closes ends the text. */
    static String without(String text) {
        var outside = new StringBuilder(text.length());
        int depth = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (OPENING.indexOf(c) >= 0) {
                if (depth++ == 0) outside.append(' ');
            } else if (depth > 0 && CLOSING.indexOf(c) >= 0) {
                depth--;
            } else if (depth == 0) outside.append(c);
        }
        return outside.toString();
    }
}
