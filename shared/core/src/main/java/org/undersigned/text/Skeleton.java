package org.undersigned.text;

/** What a text looks like (Unicode UTS 39): texts that look alike, in whichever case and script, have the same skeleton. */
public final class Skeleton {
    private Skeleton() {}

    /** Words parted by one space, as {@link Folding} parts them. */
    public static String of(String text) {
        String folded = Folding.foldScripts(prototypes(Folding.foldScripts(drawn(text))));
        // A capital I is a small l to look at, and in a name written in capitals it is an i.
        return folded.replace('i', 'l').replace("rn", "m").replace("vv", "w");
    }

    /** With all that is no letter: what a text of signs alone looks like. */
    static String drawn(String text) {
        return prototypes(Folding.decomposed(text));
    }

    private static String prototypes(String text) {
        if (Characters.isAscii(text)) return asciiPrototypes(text);
        var drawn = new StringBuilder(text.length());
        text.codePoints()
                .forEach(c ->
                        drawn.append(Character.isLetterOrDigit(c) ? Lookalikes.prototype(c) : Character.toString(c)));
        return drawn.toString();
    }

    /** The same without the table: of ASCII's letters and digits these look like another. */
    private static String asciiPrototypes(String text) {
        return text.replace('I', 'l').replace('1', 'l').replace('0', 'O').replace("m", "rn");
    }
}
