package org.undersigned.confirm;

import java.time.Instant;
import org.undersigned.domain.Address;
import org.undersigned.domain.SignatureId;
import org.undersigned.domain.Signs;
import org.undersigned.lambda.Aws;
import org.undersigned.lambda.SnapStart;
import org.undersigned.links.Token;
import org.undersigned.links.TokenKeys;
import org.undersigned.links.Tokens;

/** Follows a link of a signature that nobody gave, before the snapshot: shows it and posts to it, and finds nothing. */
final class Rehearsal {
    private Rehearsal() {}

    static void run() throws Exception {
        try (var client = Aws.dynamoDb();
                var keys = TokenKeys.fromEnv()) {
            var handler = new ConfirmHandler(client, keys);
            String token = new Tokens(keys).write(token());
            SnapStart.call(handler, event("GET", token));
            SnapStart.call(handler, event("POST", token));
        }
    }

    private static Token token() {
        var address = Address.of("rehearsal@example.org").orElseThrow();
        var id = SignatureId.of("rehearsal", address, Signs.PERSON, "Rehearsal");
        return new Token(Token.Purpose.CONFIRM, id, 1, Instant.now().plusSeconds(3600));
    }

    private static String event(String method, String token) {
        return """
            {"httpMethod": "%s", "headers": {"Accept": "text/html", "Accept-Language": "fr, en;q=0.5"},
             "pathParameters": {"token": "%s"}, "requestContext": {"requestId": "rehearsal"},
             "queryStringParameters": null, "body": null, "isBase64Encoded": false}
            """.formatted(method, token);
    }
}
