package org.undersigned.tables;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.undersigned.domain.Term;

/** The attributes of an item that is read. */
record Item(Map<String, Object> values) {
    /** Throws {@link IllegalStateException} naming the attribute when it is missing. */
    String text(String name) {
        return optional(name).orElseThrow(() -> new IllegalStateException("an item has no " + name));
    }

    Optional<String> optional(String name) {
        return Optional.ofNullable((String) values.get(name));
    }

    <E extends Enum<E>> Optional<E> term(String name, E[] words) {
        return optional(name).flatMap(spelling -> Term.read(words, spelling));
    }

    Instant moment(String name) {
        return Instant.parse(text(name));
    }

    int number(String name) {
        return Math.toIntExact(seconds(name).orElseThrow(() -> new IllegalStateException("an item has no " + name)));
    }

    Optional<Long> seconds(String name) {
        return Optional.ofNullable((Long) values.get(name));
    }

    boolean truth(String name) {
        return Boolean.TRUE.equals(values.get(name));
    }
}
