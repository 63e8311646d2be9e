package org.undersigned.withdraw;

import java.util.Optional;
import org.undersigned.domain.Signature;
import org.undersigned.http.Origins;
import org.undersigned.http.Request;
import org.undersigned.http.Response;
import org.undersigned.lambda.Aws;
import org.undersigned.lambda.SnapStart;
import org.undersigned.links.LinkHandler;
import org.undersigned.links.LinkRehearsal;
import org.undersigned.links.Shown;
import org.undersigned.links.Token;
import org.undersigned.links.TokenKeys;
import org.undersigned.links.Tokens;
import org.undersigned.tables.Statements;
import org.undersigned.wording.Gone;
import org.undersigned.wording.Pages;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/** {@code /withdrawals/{token}}: GET shows what is about to be withdrawn, POST withdraws it. */
public final class WithdrawHandler extends LinkHandler {
    private final Withdraw withdraw;
    private final Statements statements;

    public WithdrawHandler() {
        this(Aws.dynamoDb(), TokenKeys.fromEnv());
        SnapStart.rehearse(() -> LinkRehearsal.run(Token.Purpose.WITHDRAW, WithdrawHandler::new));
    }

    WithdrawHandler(DynamoDbClient client, TokenKeys keys) {
        this(Withdraw.fromEnv(client), Statements.fromEnv(client), new Tokens(keys), Origins.fromEnv());
    }

    public WithdrawHandler(Withdraw withdraw, Statements statements, Tokens tokens, Origins origins) {
        super(tokens, Token.Purpose.WITHDRAW, origins);
        this.withdraw = withdraw;
        this.statements = statements;
    }

    @Override
    protected Response look(Request request, Token token) {
        return switch (withdraw.look(token)) {
            case Withdraw.Result.Standing(Signature signature) -> {
                Shown shown = Shown.of(signature, statements);
                yield page(200, Pages.withdrawal(shown.language(), shown.signing()));
            }
            case Withdraw.Result.Withdrawn(Signature signature) -> page(200, withdrawnPage(signature));
            case Withdraw.Result.Ended() -> gone(request, Gone.EXPIRED, Optional.empty());
        };
    }

    @Override
    protected Response act(Request request, Token token) {
        return switch (withdraw.withdraw(token)) {
            case Withdraw.Result.Standing(Signature signature) ->
                throw new IllegalStateException("withdrawing leaves nothing standing");
            case Withdraw.Result.Withdrawn(Signature signature) -> done(request, "withdrawn", withdrawnPage(signature));
            case Withdraw.Result.Ended() -> gone(request, Gone.EXPIRED, Optional.empty());
        };
    }

    private String withdrawnPage(Signature signature) {
        Shown shown = Shown.of(signature, statements);
        return Pages.withdrawn(shown.language(), Optional.of(shown.signing()));
    }
}
