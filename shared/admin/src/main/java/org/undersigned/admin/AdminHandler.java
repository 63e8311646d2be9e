package org.undersigned.admin;

import java.util.Optional;
import org.undersigned.domain.Statement;
import org.undersigned.http.HttpHandler;
import org.undersigned.http.Origins;
import org.undersigned.http.Problem;
import org.undersigned.http.Query;
import org.undersigned.http.Request;
import org.undersigned.http.Response;
import org.undersigned.lambda.Variables;
import org.undersigned.tables.Statements;

/** What all admin functions share: nobody is answered whose token, role and statement are not right, whatever the gateway let pass. */
public abstract class AdminHandler extends HttpHandler {
    private static final String STATEMENT = "statement";

    private final Identity identity;

    /** Only the moderators' own pages may call with somebody's token. */
    protected AdminHandler(Variables env, Identity identity) {
        super(env, Origins.ofAdmins(env));
        this.identity = identity;
    }

    /** The least role that may send such a request. */
    protected Role least(Request request) {
        return Role.MODERATOR;
    }

    /** The parameters that the query of such a request may have. */
    protected String[] parameters(Request request) {
        return new String[0];
    }

    protected abstract Response answer(Request request, Caller caller);

    /** The statement of the path, as it is now; without one the request ends. */
    protected static Statement statement(Request request, Statements statements) {
        return statements.read(request.path(STATEMENT)).orElseThrow(Problem.Refusal::noStatement);
    }

    @Override
    protected final Response answer(Request request) {
        return switch (identity.check(request.header("authorization"))) {
            case Identity.Verdict.Known(Caller caller) -> {
                if (!caller.may(least(request))) throw forbidden("This needs the role of an administrator.");
                Optional<String> statement = Optional.ofNullable(request.path().get(STATEMENT));
                if (statement.filter(id -> !caller.maySee(id)).isPresent())
                    throw forbidden("The token is not for this statement.");
                Query.allowOnly(request, parameters(request));
                yield answer(request, caller).with("Cache-Control", "no-store");
            }
            case Identity.Verdict.NoRole() -> throw forbidden("The token gives neither role of this API.");
            case Identity.Verdict.NoStatements() ->
                throw forbidden("The token does not say for which statements it is.");
            case Identity.Verdict.Unknown() -> {
                identity.countDenial();
                yield Problem.of(401, "The bearer token is missing or not valid.")
                        .response(request.id())
                        .with("WWW-Authenticate", "Bearer");
            }
        };
    }

    private Problem.Refusal forbidden(String detail) {
        identity.countDenial();
        return Problem.Refusal.of(403, detail);
    }
}
