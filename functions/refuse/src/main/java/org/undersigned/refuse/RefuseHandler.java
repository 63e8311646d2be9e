package org.undersigned.refuse;

import java.util.Optional;
import java.util.Set;
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
import org.undersigned.wording.Language;
import org.undersigned.wording.Pages;

/** {@code /refusals/{token}}: “I did not ask for this”, in the email of every request, and “no more email”. */
public final class RefuseHandler extends LinkHandler<Token.Refuse> {
    private static final String REFUSE = "refuse";
    private static final String SILENCE = "silence";
    private static final String LIFT = "lift";

    private final Refuse refuse;
    private final Statements statements;

    public RefuseHandler() {
        this(Env.system());
        beforeSnapshot(
                RefuseHandler::new,
                new Token.Refuse(PrimingItems.REQUEST.signer(), PrimingItems.REQUEST.signer(), PrimingItems.NEVER_ENDS),
                REFUSE);
    }

    public RefuseHandler(Env env) {
        super(env, Token.Refuse.class, Set.of(REFUSE, SILENCE, LIFT));
        refuse = new Refuse(env);
        statements = new Statements(env);
    }

    @Override
    protected Response look(Request request, Token.Refuse token) {
        if (refuse.isExpired(token)) return gone(request, Gone.EXPIRED, Optional.empty());
        Refuse.Met met = refuse.look(token);
        Optional<Shown> newest = met.newest().map(asked -> Shown.of(asked.statement(), asked.details(), statements));
        Language language = newest.map(Shown::language).orElseGet(() -> preferred(request));
        return page(200, Pages.refusal(language, newest.map(Shown::signing), met.open(), met.silenced()));
    }

    @Override
    protected Response act(Request request, Token.Refuse token, Posted posted) {
        if (refuse.isExpired(token)) return gone(request, Gone.EXPIRED, Optional.empty());
        Language language = preferred(request);
        if (posted.says(REFUSE) && !posted.says(LIFT))
            return done(request, "refused", Pages.refused(language, refuse.refuse(token, posted.says(SILENCE))));
        if (posted.says(LIFT) && !posted.says(REFUSE) && !posted.says(SILENCE)) {
            refuse.lift(token);
            return done(request, "lifted", Pages.lifted(language));
        }
        return noButton(request);
    }
}
