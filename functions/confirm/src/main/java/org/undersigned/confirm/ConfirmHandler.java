package org.undersigned.confirm;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.undersigned.domain.Details;
import org.undersigned.domain.RequestId;
import org.undersigned.domain.Signature;
import org.undersigned.domain.SigningRequest;
import org.undersigned.domain.Statement;
import org.undersigned.http.Request;
import org.undersigned.http.Response;
import org.undersigned.lambda.Env;
import org.undersigned.links.LinkHandler;
import org.undersigned.links.Posted;
import org.undersigned.links.Shown;
import org.undersigned.links.Token;
import org.undersigned.tables.PrimingItems;
import org.undersigned.tables.StatementTexts;
import org.undersigned.text.LanguageTag;
import org.undersigned.wording.OpenRequest;
import org.undersigned.wording.Pages;
import org.undersigned.wording.StatementText;

/** {@code /confirmations/{token}}: GET shows what is about to be signed, POST signs it. */
public final class ConfirmHandler extends LinkHandler<Token.Confirm> {
    private static final String CONFIRM = "confirm";
    private static final String REQUEST = "request";

    private final Confirm confirm;
    private final StatementTexts texts;

    public ConfirmHandler() {
        this(Env.system());
        beforeSnapshot(ConfirmHandler::new, new Token.Confirm(PrimingItems.REQUEST, PrimingItems.NEVER_ENDS), CONFIRM);
    }

    public ConfirmHandler(Env env) {
        super(env, Token.Confirm.class, Set.of(CONFIRM, REQUEST));
        confirm = new Confirm(env);
        texts = new StatementTexts(env);
    }

    @Override
    protected Response look(Request request, Token.Confirm token) {
        return switch (confirm.look(token)) {
            case Result.Ready(SigningRequest asked, Statement statement) -> {
                Shown shown = Shown.of(statement, asked.details());
                yield page(
                        200,
                        Pages.confirmation(
                                shown.language(),
                                shown.signing(),
                                asked.id().request(),
                                text(statement, asked.details()),
                                others(token, statement, asked.details())));
            }
            case Result met -> answer(request, met);
        };
    }

    @Override
    protected Response act(Request request, Token.Confirm token, Posted posted) {
        if (!posted.says(CONFIRM)) return noButton(request);
        Optional<String> other = posted.value(REQUEST);
        if (other.isPresent() && !RequestId.isSigning(other.get())) return unknown(request);
        RequestId id =
                other.map(text -> new RequestId(token.request().signer(), text)).orElse(token.request());
        return answer(request, confirm.confirm(token, id, request.id()));
    }

    private static Response answer(Request request, Result met) {
        return switch (met) {
            case Result.Ready _ -> throw new IllegalStateException("confirming leaves nothing to confirm");
            case Result.Confirmed confirmed -> {
                Shown shown =
                        Shown.of(confirmed.statement(), confirmed.signature().details());
                yield done(
                        request,
                        confirmed.inReview() ? "in-review" : "published",
                        Pages.confirmed(shown.language(), shown.signing(), confirmed.inReview(), fragment(confirmed)));
            }
            case Result.SignedAlready(Signature signature, Statement statement) -> {
                Shown shown = Shown.of(statement, signature.details());
                yield answer(
                        request,
                        409,
                        "This address has signed in this capacity already, by another request.",
                        Pages.alreadySigned(shown.language(), shown.signing(), Shown.standing(signature)));
            }
            case Result.Ended(var reason, Optional<Details> details, Statement statement) ->
                gone(request, reason, details.map(said -> Shown.of(statement, said)));
            case Result.Missing(var reason) -> gone(request, reason, Optional.empty());
            case Result.Unknown() -> unknown(request);
        };
    }

    /** By this the statement's page knows which total counts its reader, and asks for none that a cache has kept. */
    private static Optional<String> fragment(Result.Confirmed confirmed) {
        if (confirmed.inReview()) return Optional.empty();
        String total = confirmed.total().isPresent() ? "," + confirmed.total().getAsLong() : "";
        return Optional.of("confirmed=" + confirmed.statement().id() + total);
    }

    /** As it was when it was asked for. */
    private Optional<StatementText> text(Statement statement, Details details) {
        Map<String, String> html = texts.html(statement, details.textVersion());
        return LanguageTag.lookUp(details.language(), html.keySet())
                .map(language -> new StatementText(html.get(language), language, LanguageTag.isRightToLeft(language)));
    }

    private List<OpenRequest> others(Token.Confirm token, Statement statement, Details shown) {
        return confirm.others(token).stream()
                .map(other -> new OpenRequest(
                        other.id().request(),
                        Shown.of(statement, other.details()).signing(),
                        isOfSameText(other.details(), shown) ? Optional.empty() : text(statement, other.details())))
                .toList();
    }

    private static boolean isOfSameText(Details one, Details other) {
        return one.textVersion() == other.textVersion() && one.language().equals(other.language());
    }
}
