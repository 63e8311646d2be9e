package org.undersigned.sendemail;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import com.amazonaws.services.lambda.runtime.logging.LogLevel;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.undersigned.domain.SignatureId;
import org.undersigned.lambda.Failure;
import org.undersigned.lambda.Json;
import org.undersigned.lambda.SnapStart;

/** Mail queue → SES: each message becomes a mail; those that fail come again, and go to the dead-letter queue at last. */
public final class SendEmailHandler implements RequestStreamHandler {
    private final SendEmail sendEmail;

    public SendEmailHandler() {
        this(SendEmail.fromEnv());
        SnapStart.rehearse(Rehearsal::run);
    }

    public SendEmailHandler(SendEmail sendEmail) {
        this.sendEmail = sendEmail;
    }

    @Override
    public void handleRequest(InputStream event, OutputStream out, Context context) throws IOException {
        List<Map<String, String>> failures = new ArrayList<>();
        for (Object message : (List<?>) Json.object(event).get("Records")) {
            var fields = (Map<?, ?>) message;
            String id = (String) fields.get("messageId");
            try {
                send(Json.object((String) fields.get("body")));
            } catch (IOException | RuntimeException e) {
                context.getLogger().log("Message " + id + " failed: " + Failure.describe(e), LogLevel.ERROR);
                failures.add(Map.of("itemIdentifier", id));
            }
        }
        Json.write(Map.of("batchItemFailures", failures), out);
    }

    private void send(Map<String, Object> message) {
        sendEmail.send(new SignatureId((String) message.get("signer"), (String) message.get("capacity")), (String)
                message.get("mail"));
    }
}
