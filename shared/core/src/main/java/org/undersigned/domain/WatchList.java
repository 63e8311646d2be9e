package org.undersigned.domain;

import java.util.List;
import java.util.Optional;

/** Names that are often forged: whoever signs under one of them, or nearly so, waits for two approvers. */
public record WatchList(List<String> names) {
    /** In names. */
    public static final int MAX = 500;

    public static final WatchList EMPTY = new WatchList(List.of());

    /** The name on the list that this one is or looks like. */
    public Optional<String> match(String name) {
        if (names.isEmpty()) return Optional.empty();
        var likeness = Likeness.to(name);
        return names.stream().filter(likeness::isNear).findFirst();
    }

    public boolean holds(String name) {
        return match(name).isPresent();
    }
}
