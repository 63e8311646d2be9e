package org.undersigned.authorizeadmin;

import java.util.Map;
import org.undersigned.admin.AdminRehearsal;
import org.undersigned.lambda.Json;
import org.undersigned.lambda.SnapStart;

/** Checks a token of an issuer that nobody has before the snapshot. */
final class Rehearsal {
    private static final String METHOD =
            "arn:aws:execute-api:us-east-1:123456789012:rehearsal/v1/GET/admin/statements/rehearsal";

    private Rehearsal() {}

    static void run() throws Exception {
        var issuer = AdminRehearsal.issuer();
        SnapStart.call(
                new AuthorizeAdminHandler(issuer.identity()),
                Json.text(Map.of(
                        "type",
                        "TOKEN",
                        "authorizationToken",
                        "Bearer " + AdminRehearsal.token(issuer),
                        "methodArn",
                        METHOD)));
    }
}
