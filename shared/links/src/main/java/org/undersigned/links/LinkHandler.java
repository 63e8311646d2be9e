package org.undersigned.links;

import java.util.Map;
import java.util.Optional;
import org.undersigned.http.HttpHandler;
import org.undersigned.http.Origins;
import org.undersigned.http.Problem;
import org.undersigned.http.Request;
import org.undersigned.http.Response;
import org.undersigned.wording.Gone;
import org.undersigned.wording.Language;
import org.undersigned.wording.Pages;

/**
 * What the functions behind mailed links share. Only POST acts: mail scanners follow links with GET and HEAD, and those
 * show a page. A caller that asks for JSON gets JSON where the page would be.
 */
public abstract class LinkHandler extends HttpHandler {
    private final Tokens tokens;
    private final Token.Purpose purpose;

    protected LinkHandler(Tokens tokens, Token.Purpose purpose, Origins origins) {
        super(origins);
        this.tokens = tokens;
        this.purpose = purpose;
    }

    /** Shows what the link is for and changes nothing. */
    protected abstract Response look(Request request, Token token);

    /** Does what the link is for. */
    protected abstract Response act(Request request, Token token);

    @Override
    protected final Response answer(Request request) {
        Optional<Token> token = tokens.read(request.path("token"), purpose);
        if (token.isEmpty())
            return answer(request, 404, "This is not a link of ours.", Pages.unknownLink(preferred(request)));
        if (request.method().equals("POST")) return act(request, token.get());
        Response shown = look(request, token.get());
        return request.method().equals("HEAD") ? new Response(shown.status(), shown.headers(), "") : shown;
    }

    /** Tells a caller what was done, as {@code {"status": …}} or as a page. */
    protected static Response done(Request request, String status, String page) {
        return request.wantsJson()
                ? Response.json(200, Map.of("status", status)).with("Cache-Control", "no-store")
                : page(200, page);
    }

    /** Tells a caller that the link does nothing any more; in the signer's language where that is known. */
    protected static Response gone(Request request, Gone reason, Optional<Language> language) {
        return answer(request, 410, detail(reason), Pages.gone(language.orElseGet(() -> preferred(request)), reason));
    }

    protected static Response page(int status, String html) {
        return Response.page(status, html, Pages.contentSecurityPolicy());
    }

    @Override
    protected final Response failed(Request request) {
        return request.wantsJson() ? super.failed(request) : page(500, Pages.failed(preferred(request), request.id()));
    }

    private static Response answer(Request request, int status, String detail, String page) {
        return request.wantsJson() ? Problem.of(status, detail).response(request.id()) : page(status, page);
    }

    private static Language preferred(Request request) {
        return Language.preferred(request.header("accept-language").orElse(""));
    }

    private static String detail(Gone reason) {
        return switch (reason) {
            case EXPIRED -> "The link has expired. Sign again to get a new one.";
            case SUPERSEDED -> "The link is of an earlier mail. Use the one in the newest mail.";
            case WITHDRAWN -> "The signature has been withdrawn.";
            case REFUSED -> "The signature was not accepted.";
        };
    }
}
