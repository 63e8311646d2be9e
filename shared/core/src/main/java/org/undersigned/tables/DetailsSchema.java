package org.undersigned.tables;

import static org.undersigned.tables.Schema.Attribute.number;
import static org.undersigned.tables.Schema.Attribute.text;
import static org.undersigned.tables.Schema.Attribute.truth;

import java.util.List;
import org.undersigned.domain.Details;

/** How the details of a request or a signature lie in its item. */
final class DetailsSchema {
    static final List<Schema.Attribute<?>> ATTRIBUTES = List.of(
            text("category"),
            text("name"),
            text("honorific"),
            text("affiliation"),
            text("sortAs"),
            text("contactName"),
            text("contactRole"),
            text("language"),
            number("textVersion"),
            truth("listed"));

    private DetailsSchema() {}

    static Object value(Details details, String attribute) {
        return switch (attribute) {
            case "category" -> details.category();
            case "name" -> details.name();
            case "honorific" -> details.honorific().orElse(null);
            case "affiliation" -> details.affiliation().orElse(null);
            case "sortAs" -> details.sortAs();
            case "contactName" -> details.contact().map(Details.Contact::name).orElse(null);
            case "contactRole" -> details.contact().map(Details.Contact::role).orElse(null);
            case "language" -> details.language();
            case "textVersion" -> (long) details.textVersion();
            case "listed" -> details.listed();
            default -> throw new IllegalArgumentException(attribute);
        };
    }

    static Details read(Item item) {
        return new Details(
                item.text("category"),
                item.text("name"),
                item.optional("honorific"),
                item.optional("affiliation"),
                item.text("sortAs"),
                item.optional("contactName").map(name -> new Details.Contact(name, item.text("contactRole"))),
                item.text("language"),
                item.number("textVersion"),
                item.truth("listed"));
    }
}
