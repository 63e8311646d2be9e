package org.undersigned.notebounce;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.List;
import java.util.Map;
import org.undersigned.lambda.Aws;
import org.undersigned.lambda.Json;
import org.undersigned.lambda.SnapStart;
import org.undersigned.tables.Signatures;

/** SNS topic of Amazon SES → signatures: mails that came back or were complained of; what cannot be noted comes again. */
public final class NoteBounceHandler implements RequestStreamHandler {
    private final NoteBounce noteBounce;

    public NoteBounceHandler() {
        this(new NoteBounce(Signatures.fromEnv(Aws.dynamoDb())));
        SnapStart.rehearse(Rehearsal::run);
    }

    public NoteBounceHandler(NoteBounce noteBounce) {
        this.noteBounce = noteBounce;
    }

    @Override
    public void handleRequest(InputStream event, OutputStream out, Context context) throws IOException {
        for (Object notification : (List<?>) Json.object(event).get("Records")) {
            var sns = (Map<?, ?>) ((Map<?, ?>) notification).get("Sns");
            Feedback.read(Json.object((String) sns.get("Message"))).ifPresent(noteBounce::note);
        }
        Json.write(Map.of(), out);
    }
}
