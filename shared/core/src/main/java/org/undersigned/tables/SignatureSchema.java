package org.undersigned.tables;

import static org.undersigned.tables.Schema.Attribute.number;
import static org.undersigned.tables.Schema.Attribute.text;
import static org.undersigned.tables.Schema.Attribute.truth;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.undersigned.domain.Bounce;
import org.undersigned.domain.Decision;
import org.undersigned.domain.Mailing;
import org.undersigned.domain.Network;
import org.undersigned.domain.Provenance;
import org.undersigned.domain.Queue;
import org.undersigned.domain.RejectionReason;
import org.undersigned.domain.Review;
import org.undersigned.domain.Signature;
import org.undersigned.domain.SignatureId;
import org.undersigned.domain.Status;
import org.undersigned.domain.Term;
import org.undersigned.domain.Words;
import software.amazon.awssdk.enhanced.dynamodb.TableSchema;
import software.amazon.awssdk.enhanced.dynamodb.mapper.StaticAttributeTags;

/** How a signature lies in its table; {@code public} and {@code review} stand only on what those indexes shall hold. */
final class SignatureSchema {
    static final TableSchema<Signature> SCHEMA = Schema.of(
            Signature.class,
            List.of(
                    text("signer", StaticAttributeTags.primaryPartitionKey()),
                    text("capacity", StaticAttributeTags.primarySortKey()),
                    text("statement"),
                    text("status"),
                    number("revision"),
                    text("category"),
                    text("name"),
                    text("honorific"),
                    text("affiliation"),
                    text("sortAs"),
                    text("contactName"),
                    text("contactRole"),
                    text("language"),
                    number("textVersion"),
                    truth("listed"),
                    text("email"),
                    text("admittedAs"),
                    text("listing"),
                    text("sortKey"),
                    text("since"),
                    text("signedOn"),
                    text("mail"),
                    text("mailedAt"),
                    text("mailDay"),
                    number("confirmationMails"),
                    number("alreadySignedMails"),
                    number("confirmedRevision"),
                    number("expiresAt"),
                    text("source"),
                    text("importer"),
                    text("importedAt"),
                    text("network"),
                    text("bounce"),
                    text("claims"),
                    text("firstApprover"),
                    text("decision"),
                    text("rejectedFor"),
                    text("public"),
                    text("review")),
            SignatureSchema::value,
            SignatureSchema::read);

    private SignatureSchema() {}

    /** The partition of the review index, where moderators find what waits or was rejected. */
    static String review(String statement, Queue queue) {
        return statement + "#" + Term.of(queue);
    }

    private static Optional<Queue> queue(Signature signature) {
        return switch (signature.status()) {
            case IN_REVIEW -> Optional.of(Queue.IN_REVIEW);
            case REJECTED -> Optional.of(Queue.REJECTED);
            case PENDING -> signature.review().bounce().map(_ -> Queue.PENDING_PROBLEM);
            case PUBLISHED, WITHDRAWN -> Optional.empty();
        };
    }

    private static Object value(Signature s, String attribute) {
        return switch (attribute) {
            case "signer" -> s.id().signer();
            case "capacity" -> s.id().capacity();
            case "statement" -> s.statement();
            case "status" -> s.status().name();
            case "revision" -> (long) s.revision();
            case "category" -> s.words().category();
            case "name" -> s.words().name();
            case "honorific" -> s.words().honorific().orElse(null);
            case "affiliation" -> s.words().affiliation().orElse(null);
            case "sortAs" -> s.words().sortAs();
            case "contactName" -> s.words().contact().map(Words.Contact::name).orElse(null);
            case "contactRole" -> s.words().contact().map(Words.Contact::role).orElse(null);
            case "language" -> s.words().language();
            case "textVersion" -> (long) s.words().textVersion();
            case "listed" -> s.words().listed();
            case "email" -> s.email().orElse(null);
            case "admittedAs" -> s.admittedAs().name();
            case "listing" -> s.listing();
            case "sortKey" -> s.sortKey();
            case "since" -> s.since().toString();
            case "signedOn" -> s.signedOn().toString();
            case "mail" -> s.mailing().map(Mailing::label).orElse(null);
            case "mailedAt" -> s.mailing().map(m -> m.at().toString()).orElse(null);
            case "mailDay" -> s.mailing().map(m -> m.day().toString()).orElse(null);
            case "confirmationMails" ->
                s.mailing().map(m -> (long) m.confirmations()).orElse(null);
            case "alreadySignedMails" ->
                s.mailing().map(m -> (long) m.alreadySigned()).orElse(null);
            case "confirmedRevision" ->
                s.confirmedRevision().map(Integer::longValue).orElse(null);
            case "expiresAt" -> s.expiresAt().map(Instant::getEpochSecond).orElse(null);
            case "source" -> s.provenance().map(Provenance::source).orElse(null);
            case "importer" -> s.provenance().map(Provenance::importer).orElse(null);
            case "importedAt" -> s.provenance().map(p -> p.at().toString()).orElse(null);
            case "network" -> s.review().network().map(Network::prefix).orElse(null);
            case "bounce" -> s.review().bounce().map(Term::of).orElse(null);
            case "claims" -> s.review().claims().map(SignatureId::text).orElse(null);
            case "firstApprover" -> s.review().firstApprover().orElse(null);
            case "decision" -> s.review().decision().map(Term::of).orElse(null);
            case "rejectedFor" -> s.review().rejectedFor().map(Term::of).orElse(null);
            case "public" -> s.status() == Status.PUBLISHED ? s.listing() : null;
            case "review" -> queue(s).map(queue -> review(s.statement(), queue)).orElse(null);
            default -> throw new IllegalArgumentException(attribute);
        };
    }

    private static Signature read(Map<String, Object> values) {
        var item = new Item(values);
        return new Signature(
                new SignatureId(item.text("signer"), item.text("capacity")),
                item.text("statement"),
                Status.valueOf(item.text("status")),
                item.number("revision"),
                new Words(
                        item.text("category"),
                        item.text("name"),
                        item.optional("honorific"),
                        item.optional("affiliation"),
                        item.text("sortAs"),
                        item.optional("contactName").map(name -> new Words.Contact(name, item.text("contactRole"))),
                        item.text("language"),
                        item.number("textVersion"),
                        (Boolean) values.get("listed")),
                item.optional("email"),
                Status.valueOf(item.text("admittedAs")),
                item.text("listing"),
                item.text("sortKey"),
                Instant.parse(item.text("since")),
                LocalDate.parse(item.text("signedOn")),
                item.optional("mail").map(label -> mailing(label, item)),
                item.optionalNumber("confirmedRevision").map(Long::intValue),
                item.optionalNumber("expiresAt").map(Instant::ofEpochSecond),
                item.optional("source")
                        .map(source ->
                                new Provenance(source, item.text("importer"), Instant.parse(item.text("importedAt")))),
                new Review(
                        item.optional("network").map(Network::new),
                        item.term("bounce", Bounce.values()),
                        item.optional("claims").flatMap(SignatureId::read),
                        item.optional("firstApprover"),
                        item.term("decision", Decision.values()),
                        item.term("rejectedFor", RejectionReason.values())));
    }

    private static Mailing mailing(String label, Item item) {
        int parting = label.indexOf('#');
        return new Mailing(
                Term.read(Mailing.Kind.values(), label.substring(0, parting)).orElseThrow(),
                Integer.parseInt(label.substring(parting + 1)),
                Instant.parse(item.text("mailedAt")),
                LocalDate.parse(item.text("mailDay")),
                item.number("confirmationMails"),
                item.number("alreadySignedMails"));
    }

    private record Item(Map<String, Object> values) {
        String text(String name) {
            return optional(name).orElseThrow(() -> new IllegalStateException("a signature has no " + name));
        }

        Optional<String> optional(String name) {
            return Optional.ofNullable((String) values.get(name));
        }

        <E extends Enum<E>> Optional<E> term(String name, E[] words) {
            return optional(name).flatMap(spelling -> Term.read(words, spelling));
        }

        int number(String name) {
            return Math.toIntExact(
                    optionalNumber(name).orElseThrow(() -> new IllegalStateException("a signature has no " + name)));
        }

        Optional<Long> optionalNumber(String name) {
            return Optional.ofNullable((Long) values.get(name));
        }
    }
}
