package org.undersigned.domain;

import java.util.ArrayList;
import java.util.List;

/** A part of a statement's signatures that can be gone through in its own order: together all but the withdrawn. */
public sealed interface Part {
    /** Published signatures of a category. */
    record Published(Category category, boolean listed) implements Part {}

    record Queued(Queue queue) implements Part {}

    static List<Part> of(Statement statement) {
        List<Part> parts = new ArrayList<>();
        for (Category category : statement.categories()) {
            parts.add(new Published(category, true));
            parts.add(new Published(category, false));
        }
        parts.add(new Queued(Queue.IN_REVIEW));
        parts.add(new Queued(Queue.REJECTED));
        return parts;
    }

    /** Names it among those of its statement. */
    default String label() {
        return switch (this) {
            case Published(Category category, boolean listed) -> (listed ? "listed." : "unlisted.") + category.id();
            case Queued(Queue queue) -> Term.of(queue);
        };
    }
}
