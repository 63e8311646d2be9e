package org.undersigned.tables;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.undersigned.domain.Category;
import org.undersigned.domain.Details;
import org.undersigned.domain.Order;
import org.undersigned.domain.SignatureId;
import org.undersigned.domain.Signs;
import org.undersigned.domain.SortKey;
import org.undersigned.text.Folding;
import org.undersigned.text.Likeness;

/**
 * Finds imported rows under a name that is like a signer's: with a slip of the pen, a name more or one less. In a list by
 * name it compares the first 300 that are sorted under words which begin like one of the signer's first four; in a list by
 * arrival, the first 300 of all.
 */
final class SimilarRows {
    private static final int MAX_COMPARED = 300;
    private static final int MAX_WORDS = 4;
    private static final int LETTERS = 2;

    private final Published published;

    SimilarRows(Published published) {
        this.published = published;
    }

    Optional<SignatureId> row(String statement, Category category, Details signer) {
        Name own = new Name(category, signer.name());
        return beginnings(category, signer)
                .flatMap(letters -> published.first(statement, category.id(), letters, MAX_COMPARED).stream())
                .filter(entry -> entry.id().isImported())
                .filter(entry -> own.isLike(new Name(category, entry.signatory().name())))
                .map(Published.Entry::id)
                .findFirst();
    }

    /** What the sort keys of rows begin with that may be alike. */
    private static Stream<String> beginnings(Category category, Details signer) {
        if (category.order() == Order.ARRIVAL) return Stream.of("");
        List<String> words = words(signer);
        boolean initialsAlone = words.stream().noneMatch(word -> word.length() >= LETTERS);
        return words.stream()
                .filter(word -> initialsAlone || word.length() >= LETTERS)
                .limit(MAX_WORDS)
                .map(SimilarRows::letters)
                .distinct();
    }

    /** The word that the signer is sorted under first. */
    private static List<String> words(Details signer) {
        String sorted = SortKey.beginning(signer.sortAs());
        return Stream.of(sorted, SortKey.beginning(signer.name()))
                .flatMap(text -> Arrays.stream(text.split(" ")))
                .distinct()
                .toList();
    }

    private static String letters(String word) {
        return word.substring(0, word.offsetByCodePoints(0, Math.min(LETTERS, word.codePointCount(0, word.length()))));
    }

    /** A name as it is compared; one word alone, such as a given name, stands in the names of many. */
    private record Name(Likeness likeness, boolean ofSeveralWords) {
        Name(Category category, String name) {
            this(
                    category.signs() == Signs.PERSON ? Likeness.toPerson(name) : Likeness.toOrganisation(name),
                    Folding.fold(name).indexOf(' ') > 0);
        }

        boolean isLike(Name row) {
            return likeness.isNear(row.likeness)
                    || (row.ofSeveralWords && likeness.holds(row.likeness))
                    || (ofSeveralWords && row.likeness.holds(likeness));
        }
    }
}
