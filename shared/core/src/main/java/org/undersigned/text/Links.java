package org.undersigned.text;

import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Finds in a text what leads elsewhere: web and email addresses, in the forms that mail programs or readers follow. */
final class Links {
    /** Drawn like a full stop, a slash or a colon, and left as they are by NFKC (Unicode UTS 39, confusables). */
    private static final String DOTS = "。۔܁܂ꓸ꘎𐩐𝅭";

    private static final String SLASHES = "\\∕⁄⧸╱⟋⫽〳᜵⁁Ⳇ∖⧵⧹";
    private static final String COLONS = "∶꞉ː։׃᛬";

    /** At half the height of a letter: between letters of ASCII alone, since Chinese and Catalan names are written with them. */
    private static final Pattern MIDDLE_DOT = Pattern.compile("(?<=[a-z0-9])[‧∙⋅•](?=[a-z0-9])");

    private static final String LABEL = "[\\p{L}\\p{N}][\\p{L}\\p{M}\\p{N}_-]*+";
    private static final String TOP = "(?:xn--[a-z0-9-]+|\\p{L}[\\p{L}\\p{M}]++)";
    private static final String IP = "\\d{1,3}(?:\\.\\d{1,3}){3}";
    private static final String OPENING = "[\\p{Ps}<]\\s?";
    private static final String CLOSING = "\\s?[\\p{Pe}>]";
    private static final String HOST = "(?:" + LABEL + "\\.)+" + TOP;
    private static final String WORD_START = "(?<![\\p{L}\\p{M}\\p{N}_-])";

    private static final Pattern SCHEME = Pattern.compile("\\S*://\\S*|" + WORD_START
            + "(?:hxxps?\\b|(?:https?|s?ftps?|mailto|tel|sms|callto|javascript|vbscript|wss?|sips?(?=:\\S*[@\\d])|xmpp|skype|whatsapp|facetime"
            + "|magnet|bitcoin|ethereum|data(?=:(?:\\w+/|;))):(?=\\S))\\S*");
    private static final Pattern WWW = Pattern.compile(WORD_START + "www\\d?\\.\\S*");
    private static final Pattern EMAIL = Pattern.compile("[^\\s@,;:()<>]++@(?:" + HOST + "|" + IP + "|\\[)");
    private static final Pattern PLACE = Pattern.compile(WORD_START + "(?<host>" + HOST + "|" + IP
            + "|\\[[0-9a-f.]*(?::[0-9a-f.]*){2,}])\\.?(?:/|:\\d|[?#](?=\\S))");
    private static final Pattern DEFANGED = Pattern.compile("[\\p{L}\\p{N}]\\s?" + OPENING + "(?:\\.|dot)" + CLOSING
            + "\\s?[\\p{L}\\p{N}]|[\\p{L}\\p{N}]\\s?" + OPENING + "(?:at|@)" + CLOSING + "\\s?" + HOST + "|"
            + WORD_START
            + "h(?:tt|xx)ps?\\s?" + OPENING + ":");

    private Links() {}

    static boolean areIn(String text) {
        String plain = plain(text);
        if (plain.indexOf('.') < 0 && plain.indexOf(':') < 0 && !plain.contains("hxxp") && !plain.contains("dot"))
            return false;
        for (Pattern pattern : new Pattern[] {SCHEME, WWW, EMAIL, DEFANGED, PLACE}) {
            Matcher found = pattern.matcher(plain);
            while (found.find()) if (pattern != PLACE || !Titles.isDegree(found.group("host"))) return true;
        }
        return false;
    }

    private static String plain(String text) {
        if (Characters.isAscii(text)) return text.toLowerCase(Locale.ROOT).replace('\\', '/');
        var plain = new StringBuilder(text.length());
        Normalizer.normalize(Text.visible(text), Normalizer.Form.NFKC)
                .codePoints()
                .forEach(c -> {
                    if (DOTS.indexOf(c) >= 0) plain.append('.');
                    else if (SLASHES.indexOf(c) >= 0) plain.append('/');
                    else if (COLONS.indexOf(c) >= 0) plain.append(':');
                    else plain.appendCodePoint(c);
                });
        return MIDDLE_DOT.matcher(plain.toString().toLowerCase(Locale.ROOT)).replaceAll(".");
    }
}
