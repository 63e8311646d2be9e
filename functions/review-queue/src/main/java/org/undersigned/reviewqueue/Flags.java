package org.undersigned.reviewqueue;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.undersigned.admin.SignatureJson.Flag;
import org.undersigned.domain.Order;
import org.undersigned.domain.Queue;
import org.undersigned.domain.Signature;
import org.undersigned.domain.Signs;
import org.undersigned.domain.SortKey;
import org.undersigned.domain.Statement;
import org.undersigned.domain.WatchList;
import org.undersigned.tables.ReviewIndex;
import org.undersigned.tables.Signatories;
import org.undersigned.text.Likeness;

/**
 * What comparing a signature with others tells about it. Compared are the 1,000 that have waited longest, and the first
 * 2,000 of the category's public list; of a longer list that is ordered by name, the first 2,000 whose sort key begins
 * with the same three letters. All are read once for a request.
 */
final class Flags {
    private static final int MAX_LISTED = 2_000;
    private static final int MAX_WAITING = 1_000;
    private static final int MANY = 3;
    private static final int LETTERS = 3;

    private final Statement statement;
    private final Signatories signatories;
    private final List<Waiting> waiting;
    private final WatchList.Watch watch;
    private final Map<String, Listed> listed = new ConcurrentHashMap<>();

    Flags(Statement statement, ReviewIndex<Signature> reviews, Signatories signatories) {
        this.statement = statement;
        this.signatories = signatories;
        watch = statement.moderation().watchList().watch();
        waiting = reviews.first(statement.id(), Queue.IN_REVIEW, MAX_WAITING).stream()
                .map(signature -> new Waiting(
                        signature,
                        likeness(
                                signature.details().category(),
                                signature.details().shown())))
                .toList();
    }

    List<Flag> on(Signature signature) {
        String shown = signature.details().shown();
        Likeness likeness = likeness(signature.details().category(), shown);
        List<Name> others = listed(signature).stream()
                .filter(other -> !other.sortKey().equals(signature.sortKey()))
                .toList();
        List<Flag> flags = new ArrayList<>();
        add(flags, "watch-list", watch.match(shown));
        add(flags, "name-listed", first(others, other -> likeness.isSame(other.likeness())));
        add(
                flags,
                "name-nearly-listed",
                first(others, other -> likeness.isNear(other.likeness()) && !likeness.isSame(other.likeness())));
        add(
                flags,
                "name-waiting",
                othersThan(signature)
                        .filter(other -> likeness.isNear(other.likeness()))
                        .map(other -> other.signature().details().name())
                        .findFirst());
        long near = othersThan(signature)
                .filter(other -> isNextTo(signature, other))
                .count();
        if (near >= MANY) flags.add(new Flag("same-network", Long.toString(near)));
        return flags;
    }

    /** Titles of persons and legal forms of organisations make nobody another. */
    private Likeness likeness(String category, String shown) {
        boolean person = statement
                .category(category)
                .filter(known -> known.signs() == Signs.ORGANISATION)
                .isEmpty();
        return person ? Likeness.toPerson(shown) : Likeness.toOrganisation(shown);
    }

    private Stream<Waiting> othersThan(Signature signature) {
        return waiting.stream().filter(other -> !other.signature().id().equals(signature.id()));
    }

    private static boolean isNextTo(Signature signature, Waiting other) {
        return signature.review().network().isPresent()
                && signature
                        .review()
                        .network()
                        .equals(other.signature().review().network());
    }

    private List<Name> listed(Signature signature) {
        String category = signature.details().category();
        Listed beginning = listed.computeIfAbsent(category, id -> read(id, ""));
        boolean byName = statement
                .category(category)
                .filter(known -> known.order() == Order.NAME)
                .isPresent();
        if (beginning.whole() || !byName) return beginning.names();
        String letters = letters(signature.details().sortAs());
        return listed.computeIfAbsent(category + "#" + letters, _ -> read(category, letters))
                .names();
    }

    private static String letters(String sortAs) {
        String folded = SortKey.beginning(sortAs);
        return folded.substring(
                0, folded.offsetByCodePoints(0, Math.min(LETTERS, folded.codePointCount(0, folded.length()))));
    }

    private Listed read(String category, String beginning) {
        List<Name> names = new ArrayList<>();
        Optional<String> after = Optional.empty();
        do {
            var page = signatories.page(statement.id(), category, beginning, after, MAX_LISTED - names.size());
            page.signatories().forEach(s -> names.add(new Name(s.name(), likeness(category, s.shown()), s.sortKey())));
            after = page.next();
        } while (after.isPresent() && names.size() < MAX_LISTED);
        return new Listed(names, after.isEmpty());
    }

    private static Optional<String> first(List<Name> names, Predicate<Name> like) {
        return names.stream().filter(like).map(Name::name).findFirst();
    }

    private static void add(List<Flag> flags, String code, Optional<String> value) {
        value.ifPresent(present -> flags.add(new Flag(code, present)));
    }

    private record Waiting(Signature signature, Likeness likeness) {}

    private record Name(String name, Likeness likeness, String sortKey) {}

    /** {@code whole} when there are no more. */
    private record Listed(List<Name> names, boolean whole) {}
}
