package org.undersigned.domain;

import java.util.Map;
import java.util.Optional;

/**
 * What an audit entry must not hold, since it may tell who somebody is: the reason in the moderator's words, and the words
 * that a signature had before, by field. It stands in the signature's history and is erased with the signature.
 */
public record Note(Optional<String> reason, Map<String, String> earlier) {
    public static final Note NONE = new Note(Optional.empty(), Map.of());

    /** Does not print what it says: it must not reach a log. */
    @Override
    public String toString() {
        return "Note[hidden]";
    }
}
