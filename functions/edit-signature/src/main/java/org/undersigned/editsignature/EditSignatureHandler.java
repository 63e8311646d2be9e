package org.undersigned.editsignature;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.undersigned.domain.Affiliation;
import org.undersigned.domain.FieldError;
import org.undersigned.domain.Signature;
import org.undersigned.domain.Status;
import org.undersigned.domain.Term;
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
import org.undersigned.wording.OwnSignature;
import org.undersigned.wording.Pages;

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
            case EditSignature.Result.Standing standing -> show(request, 200, token, standing, Set.of());
            case EditSignature.Result.Withdrawn(Signature signature, var statement) -> {
                Shown shown = Shown.of(statement, signature.details());
                yield request.wantsJson()
                        ? Problem.of(410, "The signature has been withdrawn.").response(request.id())
                        : page(
                                410,
                                Pages.ownWithdrawn(
                                        shown.language(), shown.signing().about(), withdrawal(request, token)));
            }
            case EditSignature.Result met -> answer(request, token, met);
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
        return answer(request, token, editSignature.edit(token, json, seen));
    }

    private Response answer(Request request, Token.Edit token, EditSignature.Result met) {
        return switch (met) {
            case EditSignature.Result.Standing standing ->
                request.wantsJson()
                        ? Response.json(200, Map.of("status", status(standing.signature())))
                                .with("Cache-Control", "no-store")
                        : show(request, 200, token, standing, Set.of());
            case EditSignature.Result.Fixed(var standing) ->
                request.wantsJson()
                        ? Problem.of(409, "It cannot be edited: the organisers did not accept it.")
                                .response(request.id())
                        : show(request, 409, token, standing, Set.of());
            case EditSignature.Result.Stale(var standing) ->
                request.wantsJson()
                        ? Problem.of(
                                        409,
                                        "The signature has been changed since: its version is "
                                                + standing.signature().version() + " now.")
                                .response(request.id())
                        : show(request, 409, token, standing, Set.of());
            case EditSignature.Result.Invalid(var standing, var errors) ->
                request.wantsJson()
                        ? Problem.unprocessable(errors).response(request.id())
                        : show(
                                request,
                                422,
                                token,
                                standing,
                                errors.stream().map(FieldError::field).collect(Collectors.toSet()));
            case EditSignature.Result.Withdrawn(Signature signature, var statement) ->
                gone(request, Gone.WITHDRAWN, Optional.of(Shown.of(statement, signature.details())));
            case EditSignature.Result.Ended() -> gone(request, Gone.EXPIRED, Optional.empty());
        };
    }

    private Response show(
            Request request, int status, Token.Edit token, EditSignature.Result.Standing standing, Set<String> flawed) {
        Signature signature = standing.signature();
        Shown shown = Shown.of(standing.statement(), signature.details());
        if (request.wantsJson())
            return Response.json(status, OwnJson.of(signature, withdrawal(request, token)))
                    .with("Cache-Control", "no-store");
        var own = new OwnSignature(
                shown.signing(),
                Shown.standing(signature),
                Shown.rejection(signature),
                signature
                        .edit()
                        .filter(_ -> signature.status() != Status.REJECTED)
                        .map(_ -> Shown.of(standing.statement(), signature.editedDetails())
                                .signing()),
                signature.status() != Status.REJECTED,
                hasAffiliation(standing),
                signature.version(),
                withdrawal(request, token));
        return page(status, Pages.own(shown.language(), own, flawed));
    }

    private static boolean hasAffiliation(EditSignature.Result.Standing standing) {
        return standing.statement()
                .category(standing.signature().details().category())
                .filter(category -> category.affiliation() != Affiliation.NONE)
                .isPresent();
    }

    private static String status(Signature signature) {
        return signature.edit().isPresent() ? Term.of(Status.IN_REVIEW) : Term.of(signature.status());
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
