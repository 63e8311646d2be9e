package org.undersigned.links;

import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import java.util.Map;
import java.util.function.Function;
import org.undersigned.lambda.Env;
import org.undersigned.lambda.Json;
import org.undersigned.priming.Priming;
import org.undersigned.priming.PrimingEvent;

/** Follows a link before the snapshot: looks at it, and presses its button. */
final class LinkPriming {
    private LinkPriming() {}

    static void beforeSnapshot(Function<Env, RequestStreamHandler> handler, Token token, String field) {
        Priming.beforeSnapshot(env -> {
            RequestStreamHandler primed = handler.apply(env);
            var link = Map.of("token", new Tokens(new TokenKeys(env)).write(token));
            Priming.call(primed, PrimingEvent.of("GET", link, ""));
            Priming.call(primed, PrimingEvent.of("POST", link, Json.text(Map.of(field, true))));
        });
    }
}
