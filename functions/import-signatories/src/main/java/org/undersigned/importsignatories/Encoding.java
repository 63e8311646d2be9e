package org.undersigned.importsignatories;

import java.util.Optional;

/** Tells files that are no CSV in UTF-8 by their first bytes, for a refusal that says what to do. */
final class Encoding {
    private static final String ADVICE = "; save it as CSV in UTF-8.";

    private Encoding() {}

    /** What the file is, where that is nothing that can be read; also after a gateway has made characters of its bytes. */
    static Optional<String> fault(byte[] file) {
        if (begins(file, 'P', 'K', 3, 4)) return Optional.of("The body is a workbook (xlsx or ods)" + ADVICE);
        if (begins(file, 0xD0, 0xCF, 0x11, 0xE0)) return Optional.of("The body is a workbook (xls)" + ADVICE);
        if (begins(file, 0xFF, 0xFE) || begins(file, 0xFE, 0xFF) || holdsNull(file))
            return Optional.of("The body is in UTF-16" + ADVICE);
        return Optional.empty();
    }

    private static boolean begins(byte[] file, int... bytes) {
        if (file.length < bytes.length) return false;
        for (int i = 0; i < bytes.length; i++) if ((file[i] & 0xFF) != bytes[i]) return false;
        return true;
    }

    private static boolean holdsNull(byte[] file) {
        for (byte b : file) if (b == 0) return true;
        return false;
    }
}
