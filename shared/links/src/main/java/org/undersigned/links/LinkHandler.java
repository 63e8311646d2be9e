package org.undersigned.links;

import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.undersigned.http.HttpHandler;
import org.undersigned.http.Origins;
import org.undersigned.http.Problem;
import org.undersigned.http.Request;
import org.undersigned.http.Response;
import org.undersigned.lambda.Env;
import org.undersigned.wording.About;
import org.undersigned.wording.Gone;
import org.undersigned.wording.Language;
import org.undersigned.wording.Languages;
import org.undersigned.wording.Pages;

/**
 * What the functions behind mailed links share. Only the button of the page acts, or JSON that says the same: mail
 * scanners follow links, and mail programs post to them. A caller that asks for JSON gets JSON where the page would be.
 */
public abstract class LinkHandler<T extends Token> extends HttpHandler {
    /** A token, behind which sentences put marks, and gateways their encoding, that programs take for a part of the link. */
    private static final Pattern TOKEN = Pattern.compile("[A-Za-z0-9_-]+\\.[A-Za-z0-9_-]+");

    private final Tokens tokens;
    private final Class<T> kind;
    private final Set<String> fields;

    /** {@code fields} are those of the page's forms. */
    protected LinkHandler(Env env, Class<T> kind, Set<String> fields) {
        super(env, Origins.of(env));
        tokens = new Tokens(new TokenKeys(env));
        this.kind = kind;
        this.fields = fields;
    }

    /** Follows such a link and sends the field that its button sends, before the snapshot. */
    protected static void beforeSnapshot(Function<Env, RequestStreamHandler> handler, Token token, String field) {
        LinkPriming.beforeSnapshot(handler, token, field);
    }

    /** What stands behind another link of ours to the same thing. */
    protected final String write(Token token) {
        return tokens.write(token);
    }

    /** Shows what the link is for and changes nothing. */
    protected abstract Response look(Request request, T token);

    /** Does what the link is for. */
    protected abstract Response act(Request request, T token, Posted posted);

    @Override
    protected final Response answer(Request request) {
        Matcher text = TOKEN.matcher(request.path("token"));
        Optional<T> token = text.lookingAt() ? tokens.read(text.group(), kind) : Optional.empty();
        if (token.isEmpty()) return unknown(request);
        if (!request.method().equals("POST")) return look(request, token.get());
        return Posted.read(request, fields)
                .map(posted -> act(request, token.get(), posted))
                .orElseGet(() -> noButton(request));
    }

    /** Tells a caller that this is nothing of ours. */
    protected static Response unknown(Request request) {
        return answer(request, 404, "This is not a link of ours.", Pages.unknownLink(preferred(request)));
    }

    /** Tells a caller who posts without the page's field that nothing has happened. */
    protected static Response noButton(Request request) {
        return answer(
                request,
                400,
                "Nothing was done: open the link and press the button there, or send its field as JSON.",
                Pages.pressTheButton(preferred(request)));
    }

    /** Tells a caller what was done, as {@code {"status": …}} or as a page. */
    protected static Response done(Request request, String status, String page) {
        return request.wantsJson()
                ? Response.json(200, Map.of("status", status)).with("Cache-Control", "no-store")
                : page(200, page);
    }

    /** Tells a caller that the link does nothing any more; in the signer's language and with a way back where they are known. */
    protected static Response gone(Request request, Gone reason, Optional<Shown> shown) {
        Language language = shown.map(Shown::language).orElseGet(() -> preferred(request));
        Optional<About> about = shown.map(known -> known.signing().about());
        return answer(request, 410, detail(reason), Pages.gone(language, reason, about));
    }

    protected static Response page(int status, String html) {
        return Response.page(status, html, Pages.contentSecurityPolicy())
                .with("Content-Language", Pages.languageOf(html));
    }

    /** A problem for callers that ask for JSON, else the page. */
    protected static Response answer(Request request, int status, String detail, String page) {
        return request.wantsJson() ? Problem.of(status, detail).response(request.id()) : page(status, page);
    }

    protected static Language preferred(Request request) {
        return Languages.preferred(request.header("accept-language").orElse(""));
    }

    @Override
    protected final Response failed(Request request, Problem problem) {
        return request.wantsJson()
                ? super.failed(request, problem)
                : page(problem.status(), Pages.failed(preferred(request), request.id()))
                        .with(problem.headers());
    }

    private static String detail(Gone reason) {
        return switch (reason) {
            case EXPIRED -> "The link has expired. Sign again to get a new one.";
            case REFUSED -> "The request was refused by the holder of the email address.";
            case WITHDRAWN -> "The signature has been withdrawn.";
            case REJECTED -> "The signature was not accepted.";
            case CLOSED -> "The statement is closed.";
        };
    }
}
