package org.undersigned.sortanew;

import java.util.Optional;
import org.undersigned.domain.Category;
import org.undersigned.domain.Change;
import org.undersigned.domain.Details;
import org.undersigned.domain.Order;
import org.undersigned.domain.Place;
import org.undersigned.domain.Signature;
import org.undersigned.domain.SortKey;
import org.undersigned.domain.Statement;
import org.undersigned.domain.Status;
import org.undersigned.lambda.Env;
import org.undersigned.tables.Portions;
import org.undersigned.tables.Portions.Portion;
import org.undersigned.tables.Signatures;

/**
 * Gives signatures the place that they would get today, and the keys that they are found by. Who already has both is left
 * alone, so that it does not matter where a run before was broken off.
 */
final class SortAnew {
    private final Portions portions;
    private final Signatures signatures;

    SortAnew(Env env) {
        portions = new Portions(env);
        signatures = new Signatures(env);
    }

    /** Goes through about {@code limit} signatures from that place on. */
    Report sort(Statement statement, Place from, int limit) {
        Optional<Place> place = Optional.of(from);
        int read = 0;
        int changed = 0;
        while (place.isPresent() && read < limit) {
            Portion portion = portions.from(statement, place.get(), limit - read);
            read += portion.ids().size();
            changed += Math.toIntExact(signatures.findAllStored(portion.ids()).stream()
                    .filter(stored -> change(statement, stored))
                    .count());
            place = portion.next();
        }
        return new Report(read, changed, place);
    }

    private boolean change(Statement statement, Signatures.Stored stored) {
        Signature seen = stored.signature();
        if (stored.isCurrent() && sorted(statement, seen).isEmpty()) return false;
        return signatures.change(seen.id(), found -> {
            Optional<Signature> now = found.filter(signature -> signature.status() != Status.WITHDRAWN);
            // Whoever has changed it meanwhile has written all keys.
            boolean isCurrent = stored.isCurrent()
                    || now.filter(one -> one.version() == seen.version()).isEmpty();
            return now.flatMap(one -> sorted(statement, one).or(() -> isCurrent ? Optional.empty() : same(one)))
                    .map(after -> Change.becomes(after, true))
                    .orElseGet(() -> Change.stays(false));
        });
    }

    private static Optional<Signature> same(Signature signature) {
        return Optional.of(signature.corrected(signature.details(), signature.sortKey()));
    }

    /** At its place of today; empty when it is there. Places by arrival stay. */
    private static Optional<Signature> sorted(Statement statement, Signature signature) {
        Details details = signature.details();
        return statement
                .category(details.category())
                .filter(category -> category.order() == Order.NAME && details.listed())
                .map(category -> {
                    String sortAs = sortAs(details, category);
                    return signature.corrected(
                            details.sortedAs(sortAs), SortKey.byNameAgain(sortAs, details.name(), signature.sortKey()));
                })
                .filter(after -> !after.sortKey().equals(signature.sortKey())
                        || !after.details().equals(details));
    }

    /** What is sorted otherwise than by any rule was somebody's wish. */
    private static String sortAs(Details details, Category category) {
        boolean byRule = switch (category.signs()) {
            case PERSON -> EarlierRules.gave(details.sortAs(), details.name());
            case ORGANISATION -> false;
        };
        return byRule ? SortKey.defaultSortAs(details.name(), category.signs()) : details.sortAs();
    }

    /** How many signatures were read and changed, and where the rest begins. */
    record Report(int read, int changed, Optional<Place> next) {}
}
