package org.undersigned.domain;

import java.util.Optional;

/** How far one is in going through a statement's signatures: in that part, behind that key, which none has at its start. */
public record Place(Part part, Optional<String> key) {
    private static final String PARTING = " ";

    public static Place start(Statement statement) {
        return new Place(Part.of(statement).getFirst(), Optional.empty());
    }

    /** Empty when the statement has no such place. */
    public static Optional<Place> read(String text, Statement statement) {
        String[] parts = text.split(PARTING, 2);
        return Part.of(statement).stream()
                .filter(part -> part.label().equals(parts[0]))
                .findFirst()
                .map(part -> new Place(
                        part, parts.length < 2 || parts[1].isEmpty() ? Optional.empty() : Optional.of(parts[1])));
    }

    public String text() {
        return part.label() + key.map(known -> PARTING + known).orElse("");
    }

    /** Does not print the key, which may begin with a name. */
    @Override
    public String toString() {
        return "Place[" + part.label() + "]";
    }
}
