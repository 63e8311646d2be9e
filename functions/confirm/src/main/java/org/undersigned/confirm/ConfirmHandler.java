package org.undersigned.confirm;

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
import org.undersigned.wording.Language;
import org.undersigned.wording.Pages;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/** {@code /confirmations/{token}}: GET shows what is about to be signed, POST signs it. */
public final class ConfirmHandler extends LinkHandler {
    private final Confirm confirm;
    private final Statements statements;

    public ConfirmHandler() {
        this(Aws.dynamoDb(), TokenKeys.fromEnv());
        SnapStart.rehearse(() -> LinkRehearsal.run(Token.Purpose.CONFIRM, ConfirmHandler::new));
    }

    ConfirmHandler(DynamoDbClient client, TokenKeys keys) {
        this(Confirm.fromEnv(client), Statements.fromEnv(client), new Tokens(keys), Origins.fromEnv());
    }

    public ConfirmHandler(Confirm confirm, Statements statements, Tokens tokens, Origins origins) {
        super(tokens, Token.Purpose.CONFIRM, origins);
        this.confirm = confirm;
        this.statements = statements;
    }

    @Override
    protected Response look(Request request, Token token) {
        return switch (confirm.look(token)) {
            case Confirm.Result.Ready(Signature signature) -> {
                Shown shown = Shown.of(signature, statements);
                yield page(200, Pages.confirmation(shown.language(), shown.signing()));
            }
            case Confirm.Result.Confirmed confirmed -> page(200, confirmedPage(confirmed));
            case Confirm.Result.Ended ended -> gone(request, ended);
        };
    }

    @Override
    protected Response act(Request request, Token token) {
        return switch (confirm.confirm(token)) {
            case Confirm.Result.Ready(Signature signature) ->
                throw new IllegalStateException("confirming leaves nothing to confirm");
            case Confirm.Result.Confirmed confirmed ->
                done(request, confirmed.inReview() ? "in-review" : "published", confirmedPage(confirmed));
            case Confirm.Result.Ended ended -> gone(request, ended);
        };
    }

    private String confirmedPage(Confirm.Result.Confirmed confirmed) {
        Shown shown = Shown.of(confirmed.signature(), statements);
        return Pages.confirmed(shown.language(), shown.signing(), confirmed.inReview());
    }

    private Response gone(Request request, Confirm.Result.Ended ended) {
        Optional<Language> language = ended.signature()
                .map(signature -> Shown.of(signature, statements).language());
        return gone(request, ended.reason(), language);
    }
}
