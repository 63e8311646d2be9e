package org.undersigned.tables;

import static org.undersigned.tables.Schema.Attribute.number;
import static org.undersigned.tables.Schema.Attribute.text;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.undersigned.domain.Bounce;
import org.undersigned.domain.Decision;
import org.undersigned.domain.Edit;
import org.undersigned.domain.Invalidated;
import org.undersigned.domain.Network;
import org.undersigned.domain.Owed;
import org.undersigned.domain.Provenance;
import org.undersigned.domain.Queue;
import org.undersigned.domain.RejectionReason;
import org.undersigned.domain.Review;
import org.undersigned.domain.SearchKeys;
import org.undersigned.domain.Signature;
import org.undersigned.domain.SignatureId;
import org.undersigned.domain.Status;
import org.undersigned.domain.Term;
import software.amazon.awssdk.enhanced.dynamodb.TableSchema;
import software.amazon.awssdk.enhanced.dynamodb.mapper.StaticAttributeTags;

/**
 * How a signature lies in its table. What follows from the record stands here alone: {@code public}, {@code review} and
 * {@code retained} put it into their indexes, {@code nameKey} and {@code familyKey} a published one into {@code names} and
 * {@code families}, {@code owed} is the email that {@code queue-emails} sees, {@code requestId} the call that it goes back to.
 */
final class SignatureSchema {
    static final String NETWORK = "network";

    private static final String BETWEEN_IDS = ",";

    static final TableSchema<Signature> SCHEMA = Schema.of(
            Signature.class,
            List.of(
                    text("signer", StaticAttributeTags.primaryPartitionKey()),
                    text("capacity", StaticAttributeTags.primarySortKey()),
                    text("statement"),
                    text("status"),
                    number("version"),
                    text("emailAddress"),
                    text("sortKey"),
                    text("signedAt"),
                    text("signedOn"),
                    text("since"),
                    text("request"),
                    text("owed"),
                    text("requestId"),
                    text("withdrawnFrom"),
                    text("source"),
                    text("importer"),
                    text("importedAt"),
                    text(NETWORK),
                    text("bounce"),
                    text("claims"),
                    text("inPlaceOf"),
                    text("firstApprover"),
                    text("decision"),
                    text("rejectedFor"),
                    text("invalidated"),
                    text("editedName"),
                    text("editedHonorific"),
                    text("editedAffiliation"),
                    text("editedSortAs"),
                    text("editClaims"),
                    text("public"),
                    text("nameKey"),
                    text("familyKey"),
                    text("review"),
                    text("retained")),
            Signature::details,
            SignatureSchema::value,
            SignatureSchema::read);

    private SignatureSchema() {}

    /** The partition of a review index. */
    static String review(String statement, Queue queue) {
        return statement + "#" + Term.of(queue);
    }

    /** The sort key of the index of what must be erased one day. */
    static String retained(Status status, Instant since) {
        return Term.of(status) + "#" + since;
    }

    /** The same for the network of one that stands, which goes before the rest. */
    static String network(Instant signedAt) {
        return NETWORK + "#" + signedAt;
    }

    private static String retained(Signature s) {
        boolean stands = s.status() == Status.PUBLISHED || s.status() == Status.IN_REVIEW;
        return stands && s.review().network().isPresent() ? network(s.signedAt()) : retained(s.status(), s.since());
    }

    private static Object value(Signature s, String attribute) {
        return switch (attribute) {
            case "signer" -> s.id().signer();
            case "capacity" -> s.id().capacity();
            case "statement" -> s.statement();
            case "status" -> s.status().name();
            case "version" -> (long) s.version();
            case "emailAddress" -> s.emailAddress().orElse(null);
            case "sortKey" -> s.sortKey();
            case "signedAt" -> s.signedAt().toString();
            case "signedOn" -> s.signedOn().toString();
            case "since" -> s.since().toString();
            case "request" -> s.request().orElse(null);
            case "owed" -> s.owed().map(Owed::label).orElse(null);
            case "requestId" -> s.owed().flatMap(Owed::requestId).orElse(null);
            case "withdrawnFrom" -> s.withdrawnFrom().map(Status::name).orElse(null);
            case "source" -> s.provenance().map(Provenance::source).orElse(null);
            case "importer" -> s.provenance().map(Provenance::importer).orElse(null);
            case "importedAt" -> s.provenance().map(p -> p.at().toString()).orElse(null);
            case NETWORK -> s.review().network().map(Network::prefix).orElse(null);
            case "bounce" -> s.review().bounce().map(Term::of).orElse(null);
            case "claims" -> s.review().claims().map(SignatureId::text).orElse(null);
            case "inPlaceOf" ->
                s.review().inPlaceOf().isEmpty() ? null : ids(s.review().inPlaceOf());
            case "firstApprover" -> s.review().firstApprover().orElse(null);
            case "decision" -> s.review().decision().map(Term::of).orElse(null);
            case "rejectedFor" -> s.review().rejectedFor().map(Term::of).orElse(null);
            case "invalidated" ->
                s.review().invalidated().map(Invalidated::label).orElse(null);
            case "editedName" -> s.edit().map(Edit::name).orElse(null);
            case "editedHonorific" -> s.edit().flatMap(Edit::honorific).orElse(null);
            case "editedAffiliation" -> s.edit().flatMap(Edit::affiliation).orElse(null);
            case "editedSortAs" -> s.edit().map(Edit::sortAs).orElse(null);
            case "editClaims" ->
                s.edit().flatMap(Edit::claims).map(SignatureId::text).orElse(null);
            case "public" -> s.listing().orElse(null);
            case "nameKey" ->
                s.listing()
                        .flatMap(_ -> SearchKeys.name(s.details(), s.sortKey()))
                        .orElse(null);
            case "familyKey" ->
                s.listing()
                        .flatMap(_ -> SearchKeys.family(s.details(), s.sortKey()))
                        .orElse(null);
            case "review" ->
                s.queue().map(queue -> review(s.statement(), queue)).orElse(null);
            case "retained" -> s.isRetained() ? retained(s) : null;
            default -> throw new IllegalArgumentException(attribute);
        };
    }

    private static String ids(List<SignatureId> ids) {
        return ids.stream().map(SignatureId::text).collect(Collectors.joining(BETWEEN_IDS));
    }

    private static List<SignatureId> ids(String text) {
        return Arrays.stream(text.split(BETWEEN_IDS))
                .flatMap(id -> SignatureId.read(id).stream())
                .toList();
    }

    private static Signature read(Item item) {
        return new Signature(
                new SignatureId(item.text("signer"), item.text("capacity")),
                item.text("statement"),
                Status.valueOf(item.text("status")),
                item.number("version"),
                DetailsSchema.read(item),
                item.optional("emailAddress"),
                item.text("sortKey"),
                item.moment("signedAt"),
                LocalDate.parse(item.text("signedOn")),
                item.moment("since"),
                item.optional("request"),
                item.optional("owed")
                        .flatMap(Owed::read)
                        .map(owed ->
                                item.optional("requestId").map(owed::causedBy).orElse(owed)),
                item.optional("withdrawnFrom").map(Status::valueOf),
                item.optional("source")
                        .map(source -> new Provenance(source, item.text("importer"), item.moment("importedAt"))),
                new Review(
                        item.optional(NETWORK).map(Network::new),
                        item.term("bounce", Bounce.values()),
                        item.optional("claims").flatMap(SignatureId::read),
                        item.optional("inPlaceOf").map(SignatureSchema::ids).orElse(List.of()),
                        item.optional("firstApprover"),
                        item.term("decision", Decision.values()),
                        item.term("rejectedFor", RejectionReason.values()),
                        item.optional("invalidated").flatMap(Invalidated::read)),
                item.optional("editedName")
                        .map(name -> new Edit(
                                name,
                                item.optional("editedHonorific"),
                                item.optional("editedAffiliation"),
                                item.text("editedSortAs"),
                                item.optional("editClaims").flatMap(SignatureId::read))));
    }
}
