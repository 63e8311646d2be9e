package org.undersigned.withdraw;

import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import org.undersigned.domain.Signature;
import org.undersigned.domain.Term;
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

/** {@code /withdrawals/{token}}: GET shows what is about to be withdrawn, POST withdraws it or takes that back. */
public final class WithdrawHandler extends LinkHandler<Token.Withdraw> {
    private static final String WITHDRAW = "withdraw";
    private static final String RESTORE = "restore";
    private static final String WITHDRAWN = "withdrawn";

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
        super(env, Token.Withdraw.class, Set.of(WITHDRAW, RESTORE));
        withdraw = new Withdraw(env);
        statements = new Statements(env);
    }

    @Override
    protected Response look(Request request, Token.Withdraw token) {
        return switch (withdraw.look(token)) {
            case Withdraw.Result.Standing(Signature signature) -> {
                Shown shown = shown(signature);
                yield page(200, Pages.withdrawal(shown.language(), shown.signing(), withdraw.grace()));
            }
            case Withdraw.Result met -> answer(request, met);
        };
    }

    @Override
    protected Response act(Request request, Token.Withdraw token, Posted posted) {
        if (posted.says(WITHDRAW) == posted.says(RESTORE)) return noButton(request);
        if (posted.says(WITHDRAW)) return answer(request, withdraw.withdraw(token));
        return switch (withdraw.restore(token, request.id())) {
            case Withdraw.Result.Over(Signature signature) ->
                gone(request, Gone.WITHDRAWN, Optional.of(shown(signature)));
            case Withdraw.Result met -> answer(request, met);
        };
    }

    private Response answer(Request request, Withdraw.Result met) {
        return switch (met) {
            case Withdraw.Result.Standing(Signature signature) -> {
                Shown shown = shown(signature);
                yield done(
                        request,
                        Term.of(signature.status()),
                        Pages.restored(shown.language(), shown.signing(), Shown.standing(signature)));
            }
            case Withdraw.Result.Withdrawn(Signature signature, Duration left) -> {
                Shown shown = shown(signature);
                yield done(request, WITHDRAWN, Pages.withdrawn(shown.language(), shown.signing(), left));
            }
            case Withdraw.Result.Over(Signature signature) -> over(request, shown(signature));
            case Withdraw.Result.Ended() -> gone(request, Gone.EXPIRED, Optional.empty());
        };
    }

    private static Response over(Request request, Shown shown) {
        return done(
                request,
                WITHDRAWN,
                Pages.gone(
                        shown.language(),
                        Gone.WITHDRAWN,
                        Optional.of(shown.signing().about())));
    }

    private Shown shown(Signature signature) {
        return Shown.of(signature.statement(), signature.details(), statements);
    }
}
