package org.undersigned.tables;

import static org.undersigned.tables.Values.number;
import static org.undersigned.tables.Values.text;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.undersigned.domain.Address;
import org.undersigned.domain.Details;
import org.undersigned.domain.KeyedHash;
import org.undersigned.domain.RequestId;
import org.undersigned.domain.Signature;
import org.undersigned.domain.SignatureId;
import org.undersigned.domain.SigningRequest;
import org.undersigned.domain.Signs;
import org.undersigned.domain.Statement;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** What a primed function finds in tables where it is not: a statement, a signing request, and a signature. */
public final class PrimingItems {
    public static final Statement STATEMENT = Statement.priming();

    private static final Instant LONG_AGO = Instant.EPOCH;
    private static final Duration FOR_EVER = Duration.ofDays(365L * 100);
    private static final Details DETAILS = new Details(
            "all", "Zoë O’Brien", Optional.of("Dr."), Optional.empty(), "O’Brien", Optional.empty(), "en", 1, true);
    private static final SigningRequest ASKED = asked("priming@example.org");
    private static final Signature SIGNED = Signature.confirmed(
            asked("signed@example.org"),
            STATEMENT,
            STATEMENT.categories().getFirst(),
            Optional.empty(),
            Optional.empty(),
            "priming",
            LONG_AGO);

    public static final RequestId REQUEST = ASKED.id();

    /** That of another signer: the request is not confirmed yet. */
    public static final SignatureId SIGNATURE = SIGNED.id();

    public static final Instant SIGNED_AT = LONG_AGO;

    /** The last moment that a link can name. */
    public static final Instant NEVER_ENDS = Instant.ofEpochSecond(0xFFFF_FFFFL);

    /** What an update answers: a limit that is not reached. */
    public static final Map<String, AttributeValue> UPDATED = Map.of("requests", number(1));

    private static final Map<Map<String, AttributeValue>, Map<String, AttributeValue>> BY_KEY = Map.of(
            Map.of("id", text(STATEMENT.id())), Statements.item(STATEMENT),
            Map.of("signer", text(REQUEST.signer()), "request", text(REQUEST.request())),
                    SigningRequestSchema.SCHEMA.itemToMap(ASKED, true),
            Map.of("signer", text(SIGNATURE.signer()), "capacity", text(SIGNATURE.capacity())),
                    SignatureSchema.SCHEMA.itemToMap(SIGNED, true));

    private PrimingItems() {}

    /** The one with this key. */
    public static Optional<Map<String, AttributeValue>> find(Map<String, AttributeValue> key) {
        return Optional.ofNullable(BY_KEY.get(key));
    }

    private static SigningRequest asked(String emailAddress) {
        return SigningRequest.of(
                STATEMENT,
                Signs.PERSON,
                DETAILS,
                Address.of(emailAddress).orElseThrow(),
                Optional.empty(),
                LONG_AGO,
                Duration.ofMinutes(1),
                FOR_EVER,
                new KeyedHash("priming"));
    }
}
