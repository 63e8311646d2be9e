package org.undersigned.notebounce;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import com.amazonaws.services.lambda.runtime.logging.LogLevel;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.undersigned.lambda.Env;
import org.undersigned.lambda.Json;
import org.undersigned.priming.Priming;
import org.undersigned.tables.PrimingItems;

/**
 * SNS topic of Amazon SES → requests, signatures and mailboxes: emails that came back or were complained of. What cannot be
 * noted holds up no other, and comes again.
 */
public final class NoteBounceHandler implements RequestStreamHandler {
    private static final String PRIMING_MESSAGE = String.format(Locale.ROOT, """
        {"eventType": "Bounce", "bounce": {"bounceType": "Transient"}, "mail": {"destination": ["zoe@example.org"],
         "tags": {"statement": ["priming"], "subject": ["%s"], "kind": ["confirmation"]}}}
        """, PrimingItems.REQUEST.request());

    private final NoteBounce noteBounce;

    public NoteBounceHandler() {
        this(Env.system());
        Priming.beforeSnapshot(env -> Priming.call(
                new NoteBounceHandler(env),
                Json.text(Map.of("Records", List.of(Map.of("Sns", Map.of("Message", PRIMING_MESSAGE)))))));
    }

    public NoteBounceHandler(Env env) {
        noteBounce = new NoteBounce(env);
    }

    @Override
    public void handleRequest(InputStream event, OutputStream out, Context context) throws IOException {
        List<?> notifications = (List<?>) Json.object(event).get("Records");
        List<Exception> failures = new ArrayList<>();
        for (Object notification : notifications) {
            try {
                feedback((Map<?, ?>) ((Map<?, ?>) notification).get("Sns"))
                        .ifPresent(feedback -> note(feedback, context));
            } catch (RuntimeException e) {
                failures.add(e);
            }
        }
        if (!failures.isEmpty()) throw failed(failures, notifications.size());
        Json.write(Map.of(), out);
    }

    private void note(Feedback feedback, Context context) {
        noteBounce.note(feedback);
        feedback.requestId()
                .ifPresent(id -> context.getLogger()
                        .log("The email of request " + id + " came back: " + feedback.bounce(), LogLevel.INFO));
    }

    /** SES also writes plain sentences to the topic, such as that it can reach it; those are about no email. */
    private static Optional<Feedback> feedback(Map<?, ?> sns) {
        try {
            return Feedback.read(Json.object((String) sns.get("Message")));
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    private static IOException failed(List<Exception> failures, int of) {
        var failed = new IOException(failures.size() + " of " + of + " notifications could not be noted");
        failures.forEach(failed::addSuppressed);
        return failed;
    }
}
