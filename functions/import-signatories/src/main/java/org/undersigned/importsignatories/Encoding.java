package org.undersigned.importsignatories;

import java.util.Arrays;
import java.util.Optional;

/** Tells files that are no CSV in UTF-8 by their first bytes, for a refusal that says what to do. */
final class Encoding {
    private static final String ADVICE = "; save it as CSV in UTF-8.";

    /** What a gateway makes of two bytes that are no UTF-8, such as the mark of UTF-16. */
    private static final int[] REPLACED = {0xEF, 0xBF, 0xBD, 0xEF, 0xBF, 0xBD};

    private Encoding() {}

    /** What the file is, where that is nothing that can be read; also after a gateway has made characters of its bytes. */
    static Optional<String> fault(byte[] file) {
        return kind(file).map(kind -> "The body is " + kind + ADVICE);
    }

    private static Optional<String> kind(byte[] file) {
        if (begins(file, 'P', 'K', 3, 4) || begins(file, 'P', 'K', 5, 6) || begins(file, 'P', 'K', 7, 8))
            return Optional.of("a workbook (xlsx or ods) or another ZIP archive");
        if (begins(file, 0xD0, 0xCF, 0x11, 0xE0) || begins(file, with(REPLACED, 0x11)))
            return Optional.of("a workbook (xls)");
        if (begins(file, 0x1F, 0x8B)) return Optional.of("a compressed file");
        if (isWide(file, 4) || begins(file, 0xFF, 0xFE, 0, 0) || begins(file, 0, 0, 0xFE, 0xFF))
            return Optional.of("in UTF-32");
        if (isWide(file, 2) || begins(file, 0xFF, 0xFE) || begins(file, 0xFE, 0xFF)) return Optional.of("in UTF-16");
        return kindOfText(visible(file));
    }

    private static Optional<String> kindOfText(byte[] text) {
        if (begins(text, '%', 'P', 'D', 'F')) return Optional.of("a PDF");
        if (begins(text, '{', '\\', 'r', 't', 'f')) return Optional.of("a text document (RTF)");
        if (begins(text, '{') || begins(text, '[')) return Optional.of("JSON");
        return begins(text, '<') ? Optional.of("HTML or XML") : Optional.empty();
    }

    /** Whether its first two characters are of ASCII, as a header's are, and take so many bytes each. */
    private static boolean isWide(byte[] file, int bytes) {
        int from = begins(file, REPLACED) ? REPLACED.length : 0;
        if (file.length < from + 2 * bytes) return false;
        return isAscii(file, from, bytes, 0) && isAscii(file, from + bytes, bytes, 0)
                || isAscii(file, from, bytes, bytes - 1) && isAscii(file, from + bytes, bytes, bytes - 1);
    }

    /** Whether the byte in this place is of ASCII, and those beside it are zero. */
    private static boolean isAscii(byte[] file, int from, int bytes, int place) {
        for (int i = 0; i < bytes; i++) if (i == place ? file[from + i] <= 0 : file[from + i] != 0) return false;
        return true;
    }

    /** Its first bytes behind marks and blanks. */
    private static byte[] visible(byte[] file) {
        int i = 0;
        while (begins(Arrays.copyOfRange(file, i, i + 3), 0xEF, 0xBB, 0xBF)) i += 3;
        while (i < file.length && file[i] >= 0 && file[i] <= ' ') i++;
        return Arrays.copyOfRange(file, i, Math.min(file.length, i + 8));
    }

    private static int[] with(int[] bytes, int last) {
        int[] longer = Arrays.copyOf(bytes, bytes.length + 1);
        longer[bytes.length] = last;
        return longer;
    }

    private static boolean begins(byte[] file, int... bytes) {
        if (file.length < bytes.length) return false;
        for (int i = 0; i < bytes.length; i++) if ((file[i] & 0xFF) != bytes[i]) return false;
        return true;
    }
}
