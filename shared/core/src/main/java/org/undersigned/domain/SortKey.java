package org.undersigned.domain;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.random.RandomGenerator;
import org.undersigned.text.Folding;
import org.undersigned.text.PersonName;

/** Where a signatory stands in its category's list; ends in random characters, so it tells nothing of the signer. */
public final class SortKey {
    /** DynamoDB takes 1,024 bytes; what stays over is for the random end. */
    static final int MAX_BYTES = 900;

    /** Sorts before any folded character, so that "May" comes before "Mayor". */
    static final String FIELD_END = "  ";

    private static final String ALPHABET = "abcdefghijklmnopqrstuvwxyz234567";
    private static final int RANDOM_LENGTH = 8;

    private SortKey() {}

    /** Orders by the folded {@code sortAs}, then by the folded name. */
    public static String byName(String sortAs, String name, RandomGenerator random) {
        return beginning(sortAs, name) + FIELD_END + randomEnd(random);
    }

    /** A key by name for whom has that key already; the same if nothing about it has changed. */
    public static String byNameAgain(String sortAs, String name, String key) {
        return beginning(sortAs, name) + FIELD_END + end(key);
    }

    /** Orders by a moment; who reads the key learns the minute and no more. */
    public static String byArrival(Instant at, RandomGenerator random) {
        return byArrival(at, 0, random);
    }

    /** Orders by a minute, then by a position within it (0 to 999,999). */
    public static String byArrival(Instant at, int position, RandomGenerator random) {
        return padded(at.truncatedTo(ChronoUnit.MINUTES).toEpochMilli(), 15) + "-" + padded(position, 6) + FIELD_END
                + randomEnd(random);
    }

    /** What the sort keys of all names begin with that are sorted under words beginning with these. */
    public static String beginning(String sortAs) {
        return cut(foldOrKeep(sortAs), MAX_BYTES);
    }

    /** What the sort keys of those begin with who have this family name and names beginning with these words. */
    static String beginning(String family, String given) {
        return cut(beginning(family) + FIELD_END + foldOrKeep(given), MAX_BYTES);
    }

    /** What a name is sorted by unless its signer says otherwise; for an organisation, the name. */
    public static String defaultSortAs(String name, Signs signs) {
        return signs == Signs.ORGANISATION ? name : PersonName.sortAs(name);
    }

    /** What another name is sorted by: as its signer once wished, if that was said and still can be. */
    public static String keptSortAs(Details before, String name, Signs signs) {
        boolean wished = !before.sortAs().equals(defaultSortAs(before.name(), signs));
        boolean possible = name.equals(before.name()) || isMadeOf(before.sortAs(), name);
        return wished && possible ? before.sortAs() : defaultSortAs(name, signs);
    }

    /** The place that a signature takes with other details: the one it has, where that does not hang on them. */
    public static String moved(Signature signature, Details after, Category category, RandomGenerator random) {
        Details before = signature.details();
        boolean byName = category.order() == Order.NAME;
        if (byName && after.listed()) return byName(after.sortAs(), after.name(), random);
        boolean stays = after.category().equals(before.category()) && (!byName || !before.listed());
        return stays ? signature.sortKey() : byArrival(signature.signedAt(), random);
    }

    /** Whether a wished sorting consists of the name's own words. */
    public static boolean isMadeOf(String sortAs, String name) {
        return PersonName.isMadeOf(sortAs, name);
    }

    private static String foldOrKeep(String text) {
        return Optional.of(Folding.fold(text))
                .filter(folded -> !folded.isEmpty())
                .orElse(text);
    }

    static String cut(String text, int bytes) {
        byte[] utf8 = text.getBytes(StandardCharsets.UTF_8);
        if (utf8.length <= bytes) return text;
        int end = bytes;
        while ((utf8[end] & 0xC0) == 0x80) end--;
        return new String(utf8, 0, end, StandardCharsets.UTF_8);
    }

    private static String padded(long number, int digits) {
        String text = Long.toString(number);
        return "0".repeat(Math.max(0, digits - text.length())) + text;
    }

    /** The random characters of a key. */
    static String end(String key) {
        return key.substring(Math.max(0, key.length() - RANDOM_LENGTH));
    }

    private static String randomEnd(RandomGenerator random) {
        var end = new StringBuilder(RANDOM_LENGTH);
        long bits = random.nextLong();
        for (int i = 0; i < RANDOM_LENGTH; i++) end.append(ALPHABET.charAt((int) (bits >>> (5 * i)) & 31));
        return end.toString();
    }
}
