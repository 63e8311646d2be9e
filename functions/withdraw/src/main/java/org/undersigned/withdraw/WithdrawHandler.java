package org.undersigned.withdraw;

import java.util.Optional;
import java.util.Set;
import org.undersigned.domain.Signature;
import org.undersigned.http.Request;
import org.undersigned.http.Response;
import org.undersigned.lambda.Env;
import org.undersigned.links.LinkHandler;
import org.undersigned.links.Posted;
import org.undersigned.links.Shown;
import org.undersigned.links.Token;
import org.undersigned.tables.PrimingItems;
import org.undersigned.tables.Statements;
import org.undersigned.wording.Gone;
import org.undersigned.wording.Pages;

/** {@code /withdrawals/{token}}: GET shows what is about to be withdrawn, POST withdraws it. */
public final class WithdrawHandler extends LinkHandler<Token.Withdraw> {
    private static final String WITHDRAW = "withdraw";

    private final Withdraw withdraw;
    private final Statements statements;

    public WithdrawHandler() {
        this(Env.system());
        beforeSnapshot(
                WithdrawHandler::new,
                new Token.Withdraw(PrimingItems.SIGNATURE, PrimingItems.SIGNED_AT, PrimingItems.NEVER_ENDS),
                WITHDRAW);
    }

    public WithdrawHandler(Env env) {
        super(env, Token.Withdraw.class, Set.of(WITHDRAW));
        withdraw = new Withdraw(env);
        statements = new Statements(env);
    }

    @Override
    protected Response look(Request request, Token.Withdraw token) {
        return answer(request, withdraw.look(token));
    }

    @Override
    protected Response act(Request request, Token.Withdraw token, Posted posted) {
        return posted.says(WITHDRAW) ? answer(request, withdraw.withdraw(token)) : noButton(request);
    }

    private Response answer(Request request, Withdraw.Result met) {
        return switch (met) {
            case Withdraw.Result.Standing(Signature signature) -> {
                Shown shown = shown(signature);
                yield page(200, Pages.withdrawal(shown.language(), shown.signing()));
            }
            case Withdraw.Result.Withdrawn(Signature signature) -> {
                Shown shown = shown(signature);
                yield done(request, "withdrawn", Pages.withdrawn(shown.language(), Optional.of(shown.signing())));
            }
            case Withdraw.Result.Ended() -> gone(request, Gone.EXPIRED, Optional.empty());
        };
    }

    private Shown shown(Signature signature) {
        return Shown.of(signature.statement(), signature.details(), statements);
    }
}
