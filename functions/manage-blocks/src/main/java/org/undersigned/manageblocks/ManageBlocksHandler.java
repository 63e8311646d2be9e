package org.undersigned.manageblocks;

import java.time.Clock;
import java.util.Map;
import org.undersigned.admin.AdminHandler;
import org.undersigned.admin.AdminPriming;
import org.undersigned.admin.Caller;
import org.undersigned.admin.Identity;
import org.undersigned.admin.IfMatch;
import org.undersigned.domain.Blocks;
import org.undersigned.domain.Statement;
import org.undersigned.http.Body;
import org.undersigned.http.Problem;
import org.undersigned.http.Request;
import org.undersigned.http.Response;
import org.undersigned.lambda.Env;
import org.undersigned.tables.Statements;

/** {@code /admin/statements/{statement}/blocks}: GET answers the block lists, PATCH changes them, PUT replaces them. */
public final class ManageBlocksHandler extends AdminHandler {
    /** Four lists of 500 entries, to add and to remove. */
    private static final int MAX_BYTES = 1024 * 1024;

    private final Statements statements;
    private final ManageBlocks manageBlocks;
    private final Clock clock;

    public ManageBlocksHandler() {
        this(Env.system());
        AdminPriming.beforeSnapshot(ManageBlocksHandler::new, "GET", Map.of(), "application/json", "");
    }

    private ManageBlocksHandler(Env env) {
        this(env, Identity.of(env, env.clock()));
    }

    public ManageBlocksHandler(Env env, Identity identity) {
        super(env, identity);
        statements = new Statements(env);
        manageBlocks = new ManageBlocks(env);
        clock = env.clock();
    }

    @Override
    protected Response answer(Request request, Caller caller) {
        Statement statement = statement(request, statements);
        if (!request.method().equals("PATCH") && !request.method().equals("PUT"))
            return answer(statement, manageBlocks.read(statement.id()));
        Map<String, Object> json = Body.json(request, "A change of the block lists", MAX_BYTES);
        var act = caller.act(clock.instant(), request.id());
        IfMatch ifMatch = IfMatch.of(request);
        ManageBlocks.Result result = request.method().equals("PUT")
                ? manageBlocks.replace(statement.id(), json, ifMatch, act)
                : manageBlocks.change(statement.id(), json, ifMatch, act);
        return switch (result) {
            case ManageBlocks.Result.Changed(Blocks blocks) -> answer(statement, blocks);
            case ManageBlocks.Result.Invalid(var errors) -> throw new Problem.Refusal(Problem.unprocessable(errors));
            case ManageBlocks.Result.Stale() ->
                throw Problem.Refusal.of(
                        412, "The lists are not as you saw them: get them, and send your change again.");
        };
    }

    private Response answer(Statement statement, Blocks blocks) {
        return IfMatch.tagged(
                Response.json(200, BlocksJson.of(blocks, manageBlocks.counts(statement.id()))), blocks.revision());
    }
}
