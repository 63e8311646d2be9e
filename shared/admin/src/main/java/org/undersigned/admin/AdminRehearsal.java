package org.undersigned.admin;

import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import java.time.Clock;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import org.undersigned.domain.Statement;
import org.undersigned.http.RehearsalEvent;
import org.undersigned.lambda.Aws;
import org.undersigned.lambda.SnapStart;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/** Calls an admin function before the snapshot, for a statement that nobody has and with a token of an issuer made for it. */
public final class AdminRehearsal {
    private AdminRehearsal() {}

    /** The handler is made of a client that is closed afterwards, and of the identity that knows the token. */
    public static void run(
            BiFunction<DynamoDbClient, Identity, RequestStreamHandler> handler,
            String method,
            Map<String, String> moreOfThePath,
            String contentType,
            String body)
            throws Exception {
        OwnIssuer issuer = issuer();
        Map<String, String> path = new HashMap<>(moreOfThePath);
        path.put("statement", Statement.rehearsal().id());
        Map<String, String> headers = Map.of("Authorization", "Bearer " + token(issuer), "Content-Type", contentType);
        try (var client = Aws.dynamoDb()) {
            SnapStart.call(handler.apply(client, issuer.identity()), RehearsalEvent.of(method, path, body, headers));
        }
    }

    public static OwnIssuer issuer() {
        return OwnIssuer.create("https://rehearsal.example", Clock.systemUTC());
    }

    public static String token(OwnIssuer issuer) {
        return issuer.token("rehearsal", Role.ADMINISTRATOR, Optional.empty());
    }
}
