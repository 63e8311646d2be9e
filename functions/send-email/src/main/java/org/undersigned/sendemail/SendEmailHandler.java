package org.undersigned.sendemail;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import com.amazonaws.services.lambda.runtime.logging.LogLevel;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.undersigned.lambda.Env;
import org.undersigned.lambda.Failure;
import org.undersigned.lambda.Json;
import org.undersigned.priming.Priming;
import org.undersigned.tables.PrimingItems;

/** Email queue → SES: each message becomes an email; those that fail come again, and go to the dead-letter queue at last. */
public final class SendEmailHandler implements RequestStreamHandler {
    private static final String PRIMING_EVENT = Json.text(Map.of(
            "Records",
            List.of(Map.of(
                    "messageId",
                    "priming",
                    "body",
                    Json.text(Map.of(
                            "signer", PrimingItems.REQUEST.signer(), "request", PrimingItems.REQUEST.request()))))));

    /** A share of the rate, and what the calls that send an email may take. */
    private static final int MILLIS_FOR_AN_EMAIL = 15_000;

    private final SendEmail sendEmail;
    private final Retries retries;

    public SendEmailHandler() {
        this(Env.system());
        Priming.beforeSnapshot(env -> Priming.call(new SendEmailHandler(env, new Pace(Duration.ZERO)), PRIMING_EVENT));
    }

    public SendEmailHandler(Env env) {
        this(env, Pace.of(env));
    }

    private SendEmailHandler(Env env, Pace pace) {
        sendEmail = new SendEmail(env, pace);
        retries = new Retries(env);
    }

    @Override
    public void handleRequest(InputStream event, OutputStream out, Context context) throws IOException {
        List<Map<String, String>> failures = new ArrayList<>();
        Optional<Again> rest = Optional.empty();
        for (Object record : (List<?>) Json.object(event).get("Records")) {
            var message = (Map<?, ?>) record;
            if (rest.isEmpty() && context.getRemainingTimeInMillis() < MILLIS_FOR_AN_EMAIL)
                rest = Optional.of(new Again(Duration.ZERO, true));
            Optional<Again> again = rest.isPresent() ? rest : attempt(message, context);
            if (again.isEmpty()) continue;
            if (again.get().withTheRest()) rest = again;
            failures.add(Map.of("itemIdentifier", (String) message.get("messageId")));
            retries.giveAgain(message, again.get().in(), context);
        }
        Json.write(Map.of("batchItemFailures", failures), out);
    }

    /** When the message is to come again; empty when it is done. */
    private Optional<Again> attempt(Map<?, ?> message, Context context) {
        String about = "Message " + message.get("messageId");
        try {
            Map<String, Object> body = Json.object((String) message.get("body"));
            about += SendEmail.requestId(body).map(id -> " of request " + id).orElse("");
            sendEmail.send(body);
            return Optional.empty();
        } catch (SendEmail.Paused e) {
            context.getLogger().log("SES sends nothing for now: " + e.getMessage(), LogLevel.WARN);
            return Optional.of(new Again(Retries.WHEN_PAUSED, true));
        } catch (SendEmail.Uncounted e) {
            context.getLogger()
                    .log("An email was sent, but not counted: " + Failure.describe(e.getCause()), LogLevel.WARN);
            return Optional.empty();
        } catch (IOException | RuntimeException e) {
            context.getLogger().log(about + " failed: " + Failure.describe(e), LogLevel.ERROR);
            return Optional.of(new Again(Retries.afterFailure(message), false));
        }
    }

    /** After how long a message comes again, and whether the rest of its batch does, untried. */
    private record Again(Duration in, boolean withTheRest) {}
}
