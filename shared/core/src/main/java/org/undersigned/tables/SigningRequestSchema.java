package org.undersigned.tables;

import static org.undersigned.tables.Schema.Attribute.number;
import static org.undersigned.tables.Schema.Attribute.text;

import java.time.Instant;
import java.util.List;
import org.undersigned.domain.BlockList;
import org.undersigned.domain.Bounce;
import org.undersigned.domain.Network;
import org.undersigned.domain.Queue;
import org.undersigned.domain.RequestId;
import org.undersigned.domain.SigningRequest;
import org.undersigned.domain.Term;
import software.amazon.awssdk.enhanced.dynamodb.TableSchema;
import software.amazon.awssdk.enhanced.dynamodb.mapper.StaticAttributeTags;

/** How a signing request lies in its table; {@code review} stands on those whose email came back. */
final class SigningRequestSchema {
    static final TableSchema<SigningRequest> SCHEMA = Schema.of(
            SigningRequest.class,
            List.of(
                    text("signer", StaticAttributeTags.primaryPartitionKey()),
                    text("request", StaticAttributeTags.primarySortKey()),
                    text("statement"),
                    text("capacity"),
                    text("emailAddress"),
                    text("network"),
                    text("since"),
                    number("expiresAt"),
                    text("bounce"),
                    text("blocked"),
                    text("requestId"),
                    text("review")),
            SigningRequest::details,
            SigningRequestSchema::value,
            SigningRequestSchema::read);

    private SigningRequestSchema() {}

    private static Object value(SigningRequest r, String attribute) {
        return switch (attribute) {
            case "signer" -> r.id().signer();
            case "request" -> r.id().request();
            case "statement" -> r.statement();
            case "capacity" -> r.capacity();
            case "emailAddress" -> r.emailAddress();
            case "network" -> r.network().map(Network::prefix).orElse(null);
            case "since" -> r.askedAt().toString();
            case "expiresAt" -> r.expiresAt().getEpochSecond();
            case "bounce" -> r.bounce().map(Term::of).orElse(null);
            case "blocked" -> r.blocked().map(BlockList::label).orElse(null);
            case "requestId" -> r.requestId().orElse(null);
            case "review" ->
                r.bounce()
                        .map(_ -> SignatureSchema.review(r.statement(), Queue.PENDING_PROBLEM))
                        .orElse(null);
            default -> throw new IllegalArgumentException(attribute);
        };
    }

    private static SigningRequest read(Item item) {
        return new SigningRequest(
                new RequestId(item.text("signer"), item.text("request")),
                item.text("statement"),
                item.text("capacity"),
                DetailsSchema.read(item),
                item.text("emailAddress"),
                item.optional("network").map(Network::new),
                item.moment("since"),
                Instant.ofEpochSecond(item.seconds("expiresAt").orElseThrow()),
                item.term("bounce", Bounce.values()),
                item.optional("blocked").flatMap(BlockList::of),
                item.optional("requestId"));
    }
}
