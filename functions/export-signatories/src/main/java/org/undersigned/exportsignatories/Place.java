package org.undersigned.exportsignatories;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;

/** Where a row stands in an export; the next page begins after it. */
record Place(Section section, String sortKey) {
    /** DynamoDB's limit of a sort key, in bytes. */
    private static final int MAX_KEY = 1024;

    private static final String PARTING = "#";

    /** A listed signature's sort key tells its name, as the list does; an unlisted one's does not. */
    String text() {
        String text = String.join(PARTING, section.listed() ? "listed" : "unlisted", section.category(), sortKey);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }

    /** Empty when it is none of ours. */
    static Optional<Place> read(String text) {
        try {
            String[] parts = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(Base64.getUrlDecoder().decode(text)))
                    .toString()
                    .split(PARTING, 3);
            if (parts.length < 3 || parts[2].isEmpty() || parts[2].getBytes(StandardCharsets.UTF_8).length > MAX_KEY)
                return Optional.empty();
            return switch (parts[0]) {
                case "listed" -> Optional.of(new Place(new Section(parts[1], true), parts[2]));
                case "unlisted" -> Optional.of(new Place(new Section(parts[1], false), parts[2]));
                default -> Optional.empty();
            };
        } catch (IllegalArgumentException | CharacterCodingException e) {
            return Optional.empty();
        }
    }

    /** The listed or the unlisted signatures of a category. */
    record Section(String category, boolean listed) {}
}
