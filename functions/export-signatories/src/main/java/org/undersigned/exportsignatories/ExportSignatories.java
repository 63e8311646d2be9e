package org.undersigned.exportsignatories;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.undersigned.admin.Act;
import org.undersigned.domain.Category;
import org.undersigned.domain.Signature;
import org.undersigned.domain.SignatureId;
import org.undersigned.domain.Statement;
import org.undersigned.domain.Status;
import org.undersigned.exportsignatories.Place.Section;
import org.undersigned.tables.Audit;
import org.undersigned.tables.Published;
import org.undersigned.tables.Signatures;

/**
 * Reads what is published, page by page. A signature that is published from the first page to the last, and not
 * corrected meanwhile, stands on exactly one of them; one that comes, goes or is corrected meanwhile may or may not.
 */
public final class ExportSignatories {
    /** Of text on one page, in bytes: a function answers at most 6 MB, in which each quotation mark may become four. */
    private static final int MAX_BYTES = 1024 * 1024;

    private final Published published;
    private final Signatures signatures;
    private final Audit audit;

    public ExportSignatories(Published published, Signatures signatures, Audit audit) {
        this.published = published;
        this.signatures = signatures;
        this.audit = audit;
    }

    /** What everybody may see of the listed signatures; empty when {@code after} is no place in that. */
    Optional<Page> listed(Statement statement, Asked asked) {
        List<Section> all = sections(statement, asked, true);
        if (!asked.isWithin(all)) return Optional.empty();
        return Optional.of(page(
                found(statement, asked, all),
                asked,
                entries -> entries.stream()
                        .map(found -> Row.of(found.place(), found.entry().signatory()))
                        .toList()));
    }

    /** All of the listed and the unlisted; not without an audit entry. */
    Optional<Page> all(Statement statement, Asked asked, Act act) {
        List<Section> all = sections(statement, asked, false);
        if (!asked.isWithin(all)) return Optional.empty();
        Page page = page(found(statement, asked, all), asked, this::whole);
        Map<String, Object> told = new LinkedHashMap<>();
        told.put("format", asked.format());
        told.put("category", asked.category().orElse(null));
        told.put("size", page.rows().size());
        audit.append(
                statement.id(),
                act.entry(1, "export", Optional.empty(), Optional.empty(), Optional.empty(), Optional.of(told)));
        return Optional.of(page);
    }

    private static List<Section> sections(Statement statement, Asked asked, boolean listedAlone) {
        return statement.categories().stream()
                .map(Category::id)
                .filter(category -> asked.category()
                        .filter(wished -> !wished.equals(category))
                        .isEmpty())
                .flatMap(category -> listedAlone
                        ? Stream.of(new Section(category, true))
                        : Stream.of(new Section(category, true), new Section(category, false)))
                .toList();
    }

    /** One more than asked for, if there is one, which tells whether another page follows. */
    private List<Found> found(Statement statement, Asked asked, List<Section> sections) {
        int first =
                asked.after().map(place -> sections.indexOf(place.section())).orElse(0);
        List<Found> found = new ArrayList<>();
        for (Section section : sections.subList(first, sections.size())) {
            Optional<String> key = asked.after()
                    .filter(place -> place.section().equals(section))
                    .map(Place::sortKey);
            int wanted = asked.limit() + 1 - found.size();
            published
                    .in(statement.id(), section.category(), section.listed(), key, wanted)
                    .limit(wanted)
                    .forEach(entry -> found.add(
                            new Found(new Place(section, entry.signatory().sortKey()), entry)));
            if (found.size() > asked.limit()) break;
        }
        return found;
    }

    private static Page page(List<Found> found, Asked asked, Function<List<Found>, List<Row>> read) {
        boolean more = found.size() > asked.limit();
        List<Found> taken = more ? found.subList(0, asked.limit()) : found;
        List<Row> rows = read.apply(taken);
        int fitting = fitting(rows);
        if (fitting < rows.size())
            return new Page(
                    rows.subList(0, fitting), Optional.of(rows.get(fitting - 1).place()));
        return new Page(rows, more ? Optional.of(taken.getLast().place()) : Optional.empty());
    }

    private static int fitting(List<Row> rows) {
        int bytes = 0;
        for (int i = 0; i < rows.size(); i++) {
            bytes += rows.get(i).size();
            if (bytes > MAX_BYTES && i > 0) return i;
        }
        return rows.size();
    }

    /** The index may be a moment behind the table: what is published no more is left out. */
    private List<Row> whole(List<Found> found) {
        Map<SignatureId, Signature> read = signatures
                .findAll(found.stream().map(f -> f.entry().id()).toList())
                .stream()
                .filter(signature -> signature.status() == Status.PUBLISHED)
                .collect(Collectors.toMap(Signature::id, Function.identity()));
        return found.stream()
                .filter(f -> read.containsKey(f.entry().id()))
                .map(f -> Row.of(f.place(), read.get(f.entry().id())))
                .toList();
    }

    private record Found(Place place, Published.Entry entry) {}

    /** {@code format} is told in the audit. */
    record Asked(Optional<String> category, Optional<Place> after, int limit, String format) {
        private boolean isWithin(List<Section> sections) {
            return after.filter(place -> !sections.contains(place.section())).isEmpty();
        }
    }

    /** {@code next} is the place after which the next page begins. */
    record Page(List<Row> rows, Optional<Place> next) {}
}
