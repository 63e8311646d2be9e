package org.undersigned.local;

import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.undersigned.admin.Identity;
import org.undersigned.authorizeadmin.AuthorizeAdminHandler;
import org.undersigned.confirm.Confirm;
import org.undersigned.confirm.ConfirmHandler;
import org.undersigned.correct.Correct;
import org.undersigned.correct.CorrectHandler;
import org.undersigned.decide.Decide;
import org.undersigned.decide.DecideHandler;
import org.undersigned.describestatement.DescribeStatementHandler;
import org.undersigned.exportsignatories.ExportSignatories;
import org.undersigned.exportsignatories.ExportSignatoriesHandler;
import org.undersigned.http.Origins;
import org.undersigned.importsignatories.ImportSignatories;
import org.undersigned.importsignatories.ImportSignatoriesHandler;
import org.undersigned.links.TokenKeys;
import org.undersigned.links.Tokens;
import org.undersigned.listsignatories.ListSignatoriesHandler;
import org.undersigned.managestatement.ManageStatementHandler;
import org.undersigned.notebounce.NoteBounce;
import org.undersigned.notebounce.NoteBounceHandler;
import org.undersigned.queueemails.QueueEmails;
import org.undersigned.queueemails.QueueEmailsHandler;
import org.undersigned.readaudit.ReadAuditHandler;
import org.undersigned.reconcile.Reconcile;
import org.undersigned.reconcile.ReconcileHandler;
import org.undersigned.reviewqueue.ReviewQueue;
import org.undersigned.reviewqueue.ReviewQueueHandler;
import org.undersigned.sealaudit.SealAudit;
import org.undersigned.sealaudit.SealAuditHandler;
import org.undersigned.sendemail.Claims;
import org.undersigned.sendemail.Envelope;
import org.undersigned.sendemail.Pace;
import org.undersigned.sendemail.SendEmail;
import org.undersigned.sendemail.SendEmailHandler;
import org.undersigned.sign.Sign;
import org.undersigned.sign.SignHandler;
import org.undersigned.tables.Audit;
import org.undersigned.tables.Decisions;
import org.undersigned.tables.Published;
import org.undersigned.tables.Reviews;
import org.undersigned.tables.Signatories;
import org.undersigned.tables.Signatures;
import org.undersigned.tables.Statements;
import org.undersigned.tables.Tallies;
import org.undersigned.tally.Tally;
import org.undersigned.tally.TallyHandler;
import org.undersigned.withdraw.Withdraw;
import org.undersigned.withdraw.WithdrawHandler;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.ses.SesClient;
import software.amazon.awssdk.services.sqs.SqsClient;

/** The composition root of the local run: every function of the template, with the settings that suit one's own machine. */
public final class Functions {
    private static final String SENDER = "Undersigned <undersigned@example.org>";
    private static final String CONFIGURATION_SET = "local";
    private static final Duration COOL_DOWN = Duration.ofSeconds(2);
    private static final Duration TIME_TO_CONFIRM = Duration.ofDays(7);
    private static final Duration WITHDRAWN_KEPT = Duration.ofDays(30);
    private static final Duration STILL = Duration.ofSeconds(2);
    private static final int CACHE_SECONDS = 1;
    private static final int MOST_TO_SEAL = 1_000;

    private final Clock clock;
    private final SecureRandom random = new SecureRandom();
    private final DynamoDbClient dynamoDb;
    private final SqsClient sqs;
    private final SesClient ses;
    private final Names names;
    private final Identity identity;
    private final Tokens tokens;

    /** {@code tokenSecret} is what Secrets Manager would hold: {@code {"current": "k1", "k1": "…"}}. */
    public Functions(
            DynamoDbClient dynamoDb,
            SqsClient sqs,
            SesClient ses,
            Names names,
            String tokenSecret,
            Identity identity,
            Clock clock) {
        this.dynamoDb = dynamoDb;
        this.sqs = sqs;
        this.ses = ses;
        this.names = names;
        this.identity = identity;
        this.clock = clock;
        this.tokens = new Tokens(new TokenKeys(() -> tokenSecret, clock));
    }

    /** The handlers by their logical IDs in the template. */
    public Map<String, RequestStreamHandler> all() {
        var origins = new Origins(List.of("*"));
        Map<String, RequestStreamHandler> handlers = new HashMap<>(Map.of(
                "DescribeStatement",
                new DescribeStatementHandler(statements(), tallies(), CACHE_SECONDS, clock, origins),
                "ListSignatories",
                new ListSignatoriesHandler(
                        statements(), new Signatories(dynamoDb, names.signatures()), tallies(), CACHE_SECONDS, origins),
                "Sign",
                new SignHandler(
                        new Sign(statements(), signatures(), COOL_DOWN, TIME_TO_CONFIRM, clock, random), origins),
                "Confirm",
                new ConfirmHandler(new Confirm(signatures(), clock), statements(), tokens, origins),
                "Withdraw",
                new WithdrawHandler(new Withdraw(signatures(), WITHDRAWN_KEPT, clock), statements(), tokens, origins),
                "QueueEmails",
                new QueueEmailsHandler(new QueueEmails(sqs, names.mailQueueUrl())),
                "SendEmail",
                new SendEmailHandler(new SendEmail(
                        signatures(),
                        statements(),
                        new Claims(signatures(), statements(), tallies()),
                        tokens,
                        names.publicUrl(),
                        new Envelope(SENDER, CONFIGURATION_SET, clock),
                        ses,
                        new Pace(Duration.ZERO))),
                "Tally",
                new TallyHandler(new Tally(tallies())),
                "Reconcile",
                new ReconcileHandler(new Reconcile(
                        statements(), new Signatories(dynamoDb, names.signatures()), tallies(), STILL, clock))));
        handlers.put("NoteBounce", new NoteBounceHandler(new NoteBounce(signatures())));
        handlers.putAll(admin());
        return handlers;
    }

    private Map<String, RequestStreamHandler> admin() {
        return Map.of(
                "AuthorizeAdmin",
                new AuthorizeAdminHandler(identity),
                "Decide",
                new DecideHandler(statements(), new Decide(signatures(), decisions()), identity, clock),
                "ReviewQueue",
                new ReviewQueueHandler(
                        statements(),
                        new ReviewQueue(
                                signatures(),
                                new Reviews(dynamoDb, names.signatures()),
                                new Signatories(dynamoDb, names.signatures()),
                                audit()),
                        identity,
                        clock),
                "ManageStatement",
                new ManageStatementHandler(statements(), tallies(), audit(), identity, clock),
                "ReadAudit",
                new ReadAuditHandler(statements(), audit(), identity),
                "SealAudit",
                new SealAuditHandler(statements(), new SealAudit(audit(), clock, MOST_TO_SEAL)),
                "ImportSignatories",
                new ImportSignatoriesHandler(
                        statements(), new ImportSignatories(signatures(), tallies(), audit(), random), identity, clock),
                "ExportSignatories",
                new ExportSignatoriesHandler(
                        statements(),
                        new ExportSignatories(new Published(dynamoDb, names.signatures()), signatures(), audit()),
                        identity,
                        clock),
                "Correct",
                new CorrectHandler(statements(), new Correct(signatures(), decisions(), random), identity, clock));
    }

    private Decisions decisions() {
        return new Decisions(dynamoDb, names.signatures(), audit());
    }

    private Audit audit() {
        return new Audit(dynamoDb, names.audit());
    }

    private Statements statements() {
        return new Statements(dynamoDb, names.statements(), clock);
    }

    private Signatures signatures() {
        return new Signatures(dynamoDb, names.signatures());
    }

    private Tallies tallies() {
        return new Tallies(dynamoDb, names.tallies(), clock);
    }

    /** Where things are: table names, the queue's URL, and the address that links begin with. */
    public record Names(
            String statements,
            String signatures,
            String tallies,
            String audit,
            String mailQueueUrl,
            String publicUrl) {}
}
