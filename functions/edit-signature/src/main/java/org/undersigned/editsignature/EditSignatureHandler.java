package org.undersigned.editsignature;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.undersigned.domain.FieldError;
import org.undersigned.domain.Signature;
import org.undersigned.http.Problem;
import org.undersigned.http.Request;
import org.undersigned.http.Response;
import org.undersigned.lambda.Env;
import org.undersigned.links.LinkHandler;
import org.undersigned.links.Posted;
import org.undersigned.links.Shown;
import org.undersigned.links.Token;
import org.undersigned.tables.PrimingItems;
import org.undersigned.wording.Gone;

/** {@code /signatures/{token}}: GET shows a signer where the signature stands, POST edits it. */
public final class EditSignatureHandler extends LinkHandler<Token.Edit> {
    private static final String EDIT = "edit";
    private static final String VERSION = "version";
    private static final String LISTED = "listed";

    private final EditSignature editSignature;

    public EditSignatureHandler() {
        this(Env.system());
        beforeSnapshot(
                EditSignatureHandler::new,
                new Token.Edit(PrimingItems.SIGNATURE, PrimingItems.SIGNED_AT, PrimingItems.NEVER_ENDS),
                EDIT);
    }

    public EditSignatureHandler(Env env) {
        super(
                env,
                Token.Edit.class,
                Stream.concat(EditForm.FIELDS.stream(), Stream.of(EDIT, VERSION))
                        .collect(Collectors.toSet()));
        editSignature = new EditSignature(env);
    }

    @Override
    protected Response look(Request request, Token.Edit token) {
        return switch (editSignature.look(token)) {
            case Result.Standing standing ->
                request.wantsJson()
                        ? json(OwnJson.of(standing.signature(), withdrawal(request, token)))
                        : page(200, OwnPage.of(standing, withdrawal(request, token), Set.of()));
            case Result.Withdrawn(Signature signature, var statement) -> {
                Shown shown = Shown.of(statement, signature.details());
                yield answer(
                        request,
                        410,
                        "The signature has been withdrawn.",
                        OwnPage.withdrawn(shown, withdrawal(request, token)));
            }
            case Result met -> answer(request, token, met);
        };
    }

    @Override
    protected Response act(Request request, Token.Edit token, Posted posted) {
        Map<String, Object> json = new HashMap<>(posted.values());
        boolean pressed = posted.says(EDIT);
        Optional<Integer> seen = posted.value(VERSION).flatMap(EditSignatureHandler::number);
        json.keySet().removeAll(Set.of(EDIT, VERSION));
        if (json.isEmpty() && !pressed) return noButton(request);
        // What a form sends are texts.
        if (pressed && json.get(LISTED) instanceof String listed) json.put(LISTED, Boolean.valueOf(listed));
        return answer(request, token, editSignature.edit(token, json, seen, request.id()));
    }

    private Response answer(Request request, Token.Edit token, Result met) {
        return switch (met) {
            case Result.Standing standing ->
                request.wantsJson()
                        ? json(Map.of("status", OwnJson.status(standing.signature())))
                        : page(200, OwnPage.of(standing, withdrawal(request, token), Set.of()));
            case Result.Fixed(var standing) ->
                refused(
                        request,
                        token,
                        standing,
                        Problem.of(409, "It cannot be edited: the organisers did not accept it."));
            case Result.Stale(var standing) ->
                refused(
                        request,
                        token,
                        standing,
                        Problem.of(
                                409,
                                "The signature has been changed since: its version is "
                                        + standing.signature().version() + " now."));
            case Result.Invalid(var standing, var errors) ->
                refused(request, token, standing, Problem.unprocessable(errors));
            case Result.Withdrawn(Signature signature, var statement) ->
                gone(request, Gone.WITHDRAWN, Optional.of(Shown.of(statement, signature.details())));
            case Result.Ended() -> gone(request, Gone.EXPIRED, Optional.empty());
        };
    }

    /** The page shows the signature as it stands, and the fields to be mended. */
    private Response refused(Request request, Token.Edit token, Result.Standing standing, Problem problem) {
        if (request.wantsJson()) return problem.response(request.id());
        Set<String> flawed = problem.errors().stream().map(FieldError::field).collect(Collectors.toSet());
        return page(problem.status(), OwnPage.of(standing, withdrawal(request, token), flawed));
    }

    private static Response json(Map<String, Object> json) {
        return Response.json(200, json).with("Cache-Control", "no-store");
    }

    /** Relative, as the function cannot know the address of the API which it is a part of. */
    private String withdrawal(Request request, Token.Edit token) {
        int deeper = (int) request.path("token").chars().filter(c -> c == '/').count();
        return "../".repeat(1 + deeper) + "withdrawals/"
                + write(new Token.Withdraw(token.signature(), token.signedAt(), token.expiresAt()));
    }

    private static Optional<Integer> number(String text) {
        return text.matches("[0-9]{1,9}") ? Optional.of(Integer.valueOf(text)) : Optional.of(-1);
    }
}
