package org.undersigned.tables;

import java.util.List;
import java.util.Optional;
import org.undersigned.domain.Category;
import org.undersigned.domain.Part;
import org.undersigned.domain.Place;
import org.undersigned.domain.Queue;
import org.undersigned.domain.Signature;
import org.undersigned.domain.SignatureId;
import org.undersigned.domain.Statement;
import org.undersigned.lambda.Env;

/** Goes through a statement's signatures portion by portion, part after part in the order of {@link Part#of}. */
public final class Portions {
    private final Published published;
    private final ReviewIndex<Signature> reviews;

    public Portions(Env env) {
        published = new Published(env);
        reviews = ReviewIndex.ofSignatures(env);
    }

    /** About {@code limit} of the part that the place is in, from there on; fewer at the part's end. */
    public Portion from(Statement statement, Place place, int limit) {
        return switch (place.part()) {
            case Part.Published(Category category, boolean listed) -> {
                List<Published.Entry> entries = published
                        .in(statement.id(), category.id(), listed, place.key(), limit)
                        .limit(limit)
                        .toList();
                Optional<String> last = entries.size() < limit
                        ? Optional.empty()
                        : Optional.of(entries.getLast().signatory().sortKey());
                yield new Portion(entries.stream().map(Published.Entry::id).toList(), behind(statement, place, last));
            }
            case Part.Queued(Queue queue) -> {
                var page = reviews.page(statement.id(), queue, place.key(), limit);
                yield new Portion(
                        page.found().stream().map(Signature::id).toList(), behind(statement, place, page.next()));
            }
        };
    }

    private static Optional<Place> behind(Statement statement, Place place, Optional<String> last) {
        if (last.isPresent()) return Optional.of(new Place(place.part(), last));
        List<Part> parts = Part.of(statement);
        return parts.stream()
                .skip(parts.indexOf(place.part()) + 1L)
                .findFirst()
                .map(part -> new Place(part, Optional.empty()));
    }

    /** {@code next} is where the next portion begins; empty behind the last part. */
    public record Portion(List<SignatureId> ids, Optional<Place> next) {}
}
