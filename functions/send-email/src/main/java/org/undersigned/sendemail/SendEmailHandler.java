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

    private final SendEmail sendEmail;

    public SendEmailHandler() {
        this(Env.system());
        Priming.beforeSnapshot(env -> Priming.call(new SendEmailHandler(env, new Pace(Duration.ZERO)), PRIMING_EVENT));
    }

    public SendEmailHandler(Env env) {
        this(env, Pace.of(env));
    }

    private SendEmailHandler(Env env, Pace pace) {
        sendEmail = new SendEmail(env, pace);
    }

    @Override
    public void handleRequest(InputStream event, OutputStream out, Context context) throws IOException {
        List<Map<String, String>> failures = new ArrayList<>();
        for (Object message : (List<?>) Json.object(event).get("Records")) {
            var fields = (Map<?, ?>) message;
            String id = (String) fields.get("messageId");
            try {
                sendEmail.send(Json.object((String) fields.get("body")));
            } catch (IOException | RuntimeException e) {
                context.getLogger().log("Message " + id + " failed: " + Failure.describe(e), LogLevel.ERROR);
                failures.add(Map.of("itemIdentifier", id));
            }
        }
        Json.write(Map.of("batchItemFailures", failures), out);
    }
}
