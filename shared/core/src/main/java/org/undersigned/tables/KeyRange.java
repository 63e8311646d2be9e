package org.undersigned.tables;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;

/** A range of an index's sort keys, which sort by their UTF-8 bytes; both ends belong to it. */
record KeyRange(String from, String to) {
    /** Nothing sorts before it. */
    private static final String FIRST = "\u0001";

    private static final String LAST = Character.toString(Character.MAX_CODE_POINT);

    /** Behind every sort key, even that of a name which is nothing but the last character: 904 bytes of it. */
    static final KeyRange ALL = new KeyRange(FIRST, LAST.repeat(226));

    static KeyRange of(String beginning) {
        return beginning.isEmpty() ? ALL : new KeyRange(beginning, beginning + LAST);
    }

    /** What of it is behind that key; empty when nothing can be. */
    Optional<KeyRange> behind(Optional<String> key) {
        String start = key.map(known -> known + FIRST)
                .filter(next -> compare(next, from) > 0)
                .orElse(from);
        return compare(start, to) > 0 ? Optional.empty() : Optional.of(new KeyRange(start, to));
    }

    private static int compare(String one, String other) {
        return Arrays.compareUnsigned(one.getBytes(StandardCharsets.UTF_8), other.getBytes(StandardCharsets.UTF_8));
    }
}
