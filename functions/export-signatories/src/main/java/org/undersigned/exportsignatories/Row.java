package org.undersigned.exportsignatories;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.undersigned.domain.Details;
import org.undersigned.domain.Provenance;
import org.undersigned.domain.Signatory;
import org.undersigned.domain.Signature;
import org.undersigned.domain.Term;

/** A signature with its values by column; null stands for none. */
record Row(Place place, Map<String, Object> values) {
    static final List<String> PUBLIC = List.of("category", "name", "honorific", "affiliation", "signed_on");
    static final List<String> ALL = List.of(
            "category",
            "name",
            "honorific",
            "affiliation",
            "sort_as",
            "signed_on",
            "id",
            "status",
            "listed",
            "email",
            "contact_name",
            "contact_role",
            "language",
            "text_version",
            "source");
    private static final Pattern UNDERSCORE = Pattern.compile("_([a-z])");

    /** What everybody may see. */
    static Row of(Place place, Signatory signatory) {
        return of(place, PUBLIC, column -> switch (column) {
            case "category" -> place.section().category();
            case "name" -> signatory.name();
            case "honorific" -> signatory.honorific().orElse(null);
            case "affiliation" -> signatory.affiliation().orElse(null);
            case "signed_on" -> signatory.signedOn();
            default -> throw new IllegalArgumentException(column);
        });
    }

    /** All that there is. */
    static Row of(Place place, Signature signature) {
        Details words = signature.details();
        return of(place, ALL, column -> switch (column) {
            case "category" -> words.category();
            case "name" -> words.name();
            case "honorific" -> words.honorific().orElse(null);
            case "affiliation" -> words.affiliation().orElse(null);
            case "sort_as" -> words.sortAs();
            case "signed_on" -> signature.signedOn().toString();
            case "id" -> signature.id().text();
            case "status" -> Term.of(signature.status());
            case "listed" -> words.listed();
            case "email" -> signature.emailAddress().orElse(null);
            case "contact_name" -> words.contact().map(Details.Contact::name).orElse(null);
            case "contact_role" -> words.contact().map(Details.Contact::role).orElse(null);
            case "language" -> words.language();
            case "text_version" -> words.textVersion();
            case "source" -> signature.provenance().map(Provenance::source).orElse(null);
            default -> throw new IllegalArgumentException(column);
        });
    }

    private static Row of(Place place, List<String> columns, Function<String, Object> value) {
        Map<String, Object> values = new LinkedHashMap<>();
        for (String column : columns) values.put(column, value.apply(column));
        return new Row(place, values);
    }

    /** With the columns as JSON spells its members: {@code sortAs}. */
    Map<String, Object> json() {
        Map<String, Object> json = new LinkedHashMap<>();
        values.forEach((column, value) -> json.put(member(column), value));
        return json;
    }

    private static String member(String column) {
        return UNDERSCORE.matcher(column).replaceAll(match -> match.group(1).toUpperCase(Locale.ROOT));
    }

    /** What its texts take, in bytes of UTF-8. */
    int size() {
        int size = 0;
        for (Object value : values.values())
            if (value instanceof String text) size += text.getBytes(StandardCharsets.UTF_8).length;
        return size;
    }

    /** Does not print the signer: it must not reach a log. */
    @Override
    public String toString() {
        return "Row[" + place.section() + "]";
    }
}
