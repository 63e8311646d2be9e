package org.undersigned.sendemail;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.undersigned.domain.SignatureId;
import org.undersigned.lambda.Aws;
import org.undersigned.lambda.Env;
import org.undersigned.lambda.SnapStart;
import org.undersigned.links.Token;
import org.undersigned.links.TokenKeys;
import org.undersigned.links.Tokens;
import org.undersigned.tables.Signatures;
import org.undersigned.tables.Statements;
import org.undersigned.tables.Tallies;
import org.undersigned.wording.Language;
import org.undersigned.wording.Mails;
import org.undersigned.wording.Signing;
import software.amazon.awssdk.services.ses.SesClient;

/** Looks for a signature that nobody gave, and writes a mail that is not sent, before the snapshot. */
final class Rehearsal {
    private static final String SIGNER = "a".repeat(52);
    private static final String EVENT = """
        {"Records": [{"messageId": "rehearsal",
          "body": "{\\"signer\\": \\"%s\\", \\"capacity\\": \\"person\\", \\"mail\\": \\"confirmation#1\\"}"}]}
        """.formatted(SIGNER);

    private Rehearsal() {}

    static void run() throws Exception {
        try (var client = Aws.dynamoDb();
                var ses = Aws.client(SesClient.builder());
                var keys = TokenKeys.fromEnv()) {
            var tokens = new Tokens(keys);
            var envelope = Envelope.fromEnv();
            var signatures = Signatures.fromEnv(client);
            var statements = Statements.fromEnv(client);
            var sendEmail = new SendEmail(
                    signatures,
                    statements,
                    new Claims(signatures, statements, Tallies.fromEnv(client)),
                    tokens,
                    Env.required("PUBLIC_URL"),
                    envelope,
                    ses,
                    new Pace(Duration.ZERO));
            SnapStart.call(new SendEmailHandler(sendEmail), EVENT);
            signatures.of(SIGNER);
            write(tokens, envelope);
        }
    }

    private static void write(Tokens tokens, Envelope envelope) {
        var signing = new Signing(
                "Rehearsal",
                "All",
                "Zoë",
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                false,
                true,
                Optional.empty());
        Instant now = Clock.systemUTC().instant();
        var id = new SignatureId(SIGNER, SignatureId.PERSON);
        String link = "https://example.org/confirmations/" + tokens.write(new Token(Token.Purpose.CONFIRM, id, 1, now));
        for (Language language : Language.values())
            envelope.seal(
                    "rehearsal@example.org",
                    Mails.confirmation(language, signing, link, link, now),
                    link,
                    id,
                    "confirmation#1");
    }
}
