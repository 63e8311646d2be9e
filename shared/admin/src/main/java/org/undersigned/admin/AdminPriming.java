package org.undersigned.admin;

import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import java.time.Clock;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import org.undersigned.lambda.Env;
import org.undersigned.priming.Priming;
import org.undersigned.priming.PrimingEvent;
import org.undersigned.tables.PrimingItems;

/** Calls an admin function before the snapshot, with a token of an issuer made for it. */
public final class AdminPriming {
    private AdminPriming() {}

    /** The handler is made with the identity that knows the token. */
    public static void beforeSnapshot(
            BiFunction<Env, Identity, RequestStreamHandler> handler,
            String method,
            Map<String, String> moreOfThePath,
            String contentType,
            String body) {
        Priming.beforeSnapshot(env -> {
            Caller caller = caller();
            Map<String, String> path = new HashMap<>(moreOfThePath);
            path.put("statement", PrimingItems.STATEMENT.id());
            Map<String, String> headers =
                    Map.of("Authorization", "Bearer " + caller.token(), "Content-Type", contentType);
            Priming.call(handler.apply(env, caller.identity()), PrimingEvent.of(method, path, body, headers));
        });
    }

    /** An administrator of an issuer that nobody else has. */
    public static Caller caller() {
        var issuer = OwnIssuer.create("https://priming.example", Clock.systemUTC());
        return new Caller(issuer.identity(), issuer.token("priming", Role.ADMINISTRATOR, Optional.empty()));
    }

    /** A token and the identity that knows it. */
    public record Caller(Identity identity, String token) {}
}
