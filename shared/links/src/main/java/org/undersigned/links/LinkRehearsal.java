package org.undersigned.links;

import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.function.BiFunction;
import org.undersigned.domain.Address;
import org.undersigned.domain.SignatureId;
import org.undersigned.domain.Signs;
import org.undersigned.http.RehearsalEvent;
import org.undersigned.lambda.Aws;
import org.undersigned.lambda.SnapStart;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/** Follows a link of a signature that nobody gave, before the snapshot: shows it and posts to it, and finds nothing. */
public final class LinkRehearsal {
    private LinkRehearsal() {}

    /** The handler is made of a client and keys that are closed afterwards. */
    public static void run(Token.Purpose purpose, BiFunction<DynamoDbClient, TokenKeys, RequestStreamHandler> handler)
            throws Exception {
        try (var client = Aws.dynamoDb();
                var keys = TokenKeys.fromEnv()) {
            var rehearsed = handler.apply(client, keys);
            var link = Map.of("token", new Tokens(keys).write(token(purpose)));
            SnapStart.call(rehearsed, RehearsalEvent.of("GET", link, ""));
            SnapStart.call(rehearsed, RehearsalEvent.of("POST", link, ""));
        }
    }

    private static Token token(Token.Purpose purpose) {
        var address = Address.of("rehearsal@example.org").orElseThrow();
        var id = SignatureId.of("rehearsal", address, Signs.PERSON, "Rehearsal");
        return new Token(purpose, id, 1, Instant.now().plus(Duration.ofHours(1)));
    }
}
