package org.undersigned.managestatement;

import java.util.Map;
import org.undersigned.admin.Act;
import org.undersigned.admin.IfMatch;
import org.undersigned.domain.Statement;
import org.undersigned.http.Problem;
import org.undersigned.http.Request;
import org.undersigned.http.Response;

/** A DELETE of a draft. */
final class DeleteRequest {
    private final DeleteStatement deleteStatement;

    DeleteRequest(DeleteStatement deleteStatement) {
        this.deleteStatement = deleteStatement;
    }

    Response answer(Request request, Statement seen, Act act) {
        IfMatch ifMatch = IfMatch.of(request);
        if (!ifMatch.isGiven() || !ifMatch.allows(seen.revision())) throw PutRequest.stale();
        return switch (deleteStatement.delete(seen, act)) {
            case DELETED -> new Response(204, Map.of(), "");
            case STALE -> throw PutRequest.stale();
            case PUBLIC -> throw Problem.Refusal.of(409, "Only a draft can be deleted: close this statement instead.");
            case IN_USE -> throw Problem.Refusal.of(409, "It has signatories: a draft is deleted before its first.");
        };
    }
}
