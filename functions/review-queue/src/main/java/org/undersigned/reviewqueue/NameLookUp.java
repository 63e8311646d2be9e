package org.undersigned.reviewqueue;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.undersigned.domain.Category;
import org.undersigned.domain.NameQuery;
import org.undersigned.domain.Order;
import org.undersigned.domain.Part;
import org.undersigned.domain.Place;
import org.undersigned.domain.Queue;
import org.undersigned.domain.Signature;
import org.undersigned.domain.SignatureId;
import org.undersigned.domain.Statement;
import org.undersigned.tables.NameSearch;
import org.undersigned.tables.Published;
import org.undersigned.tables.ReviewIndex;
import org.undersigned.tables.Signatures;

/** Finds signatures of a statement by the beginning of a name: the published by index, what waits or was rejected one by one. */
final class NameLookUp {
    private static final int READ_AT_ONCE = 500;

    private final NameSearch search;
    private final Signatures signatures;
    private final ReviewIndex<Signature> reviews;

    NameLookUp(NameSearch search, Signatures signatures, ReviewIndex<Signature> reviews) {
        this.search = search;
        this.signatures = signatures;
        this.reviews = reviews;
    }

    /** {@code limit} of them from that place on; more where several came to wait at the last one's moment. */
    Found find(Statement statement, NameQuery name, Place from, int limit) {
        List<Part> parts = Part.of(statement);
        List<Signature> found = new ArrayList<>();
        Place place = from;
        while (true) {
            Portion portion = switch (place.part()) {
                case Part.Published part -> published(statement, part, name, place.key(), limit - found.size());
                case Part.Queued(Queue queue) -> queued(statement, queue, name, place.key(), limit - found.size());
            };
            found.addAll(portion.signatures());
            int next = parts.indexOf(place.part()) + 1;
            if (portion.last().isPresent()) place = new Place(place.part(), portion.last());
            else if (next < parts.size()) place = new Place(parts.get(next), Optional.empty());
            else return new Found(found, Optional.empty());
            if (found.size() >= limit) return new Found(found, Optional.of(place));
        }
    }

    private Portion published(
            Statement statement, Part.Published part, NameQuery name, Optional<String> after, int limit) {
        Category category = part.category();
        NameSearch.Page page = part.listed() && category.order() == Order.NAME
                ? search.byName(statement.id(), category.id(), name, after, limit)
                : search.byArrival(statement.id(), category.id(), part.listed(), name, after, limit);
        return new Portion(
                inOrder(page.entries().stream().map(Published.Entry::id).toList()), page.next());
    }

    private List<Signature> inOrder(Collection<SignatureId> ids) {
        Map<SignatureId, Signature> found =
                signatures.findAll(ids).stream().collect(Collectors.toMap(Signature::id, Function.identity()));
        return ids.stream().filter(found::containsKey).map(found::get).toList();
    }

    private Portion queued(Statement statement, Queue queue, NameQuery name, Optional<String> after, int limit) {
        List<Signature> found = new ArrayList<>();
        Optional<String> last = after;
        do {
            var page = reviews.page(statement.id(), queue, last, READ_AT_ONCE);
            for (Signature signature : page.found()) {
                if (!name.finds(signature.details())) continue;
                if (found.size() >= limit
                        && !signature.since().equals(found.getLast().since()))
                    return new Portion(
                            found, Optional.of(found.getLast().since().toString()));
                found.add(signature);
            }
            last = page.next();
        } while (last.isPresent() && found.size() < limit);
        return new Portion(found, last);
    }

    /** {@code last} is behind what the next portion of the part begins; empty at its end. */
    private record Portion(List<Signature> signatures, Optional<String> last) {}

    /** {@code next} is where the rest begins. */
    record Found(List<Signature> signatures, Optional<Place> next) {}
}
