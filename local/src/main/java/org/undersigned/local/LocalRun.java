package org.undersigned.local;

import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.BindException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.undersigned.admin.Role;
import org.undersigned.lambda.Env;
import org.undersigned.lambda.Failure;
import org.undersigned.lambda.Json;
import software.amazon.awssdk.services.dynamodb.streams.DynamoDbStreamsClient;
import software.amazon.awssdk.services.eventbridge.EventBridgeClient;
import software.amazon.awssdk.services.ses.SesClient;

/** The whole backend in one process: the real functions, with local stand-ins for what AWS gives them. */
public final class LocalRun implements AutoCloseable {
    private static final String EMAIL_QUEUE = "EmailQueue";
    private static final String SAMPLE = "sample/hong-kong-safe-harbour";

    private final Deque<AutoCloseable> parts = new ArrayDeque<>();
    private Gateway gateway;
    private ModeratorsPage moderatorsPage;
    private Database database;
    private Queues queues;
    private Inbox inbox;
    private FailedBatches failedBatches;
    private EventCatcher events;
    private URI ses;
    private LocalIssuer issuer;
    private Env env;
    private Map<String, RequestStreamHandler> handlers;

    private LocalRun() {}

    /** Prints where it is ready; a problem is a line that says what to do, and exit code 2, or 1 where nobody could foresee it. */
    public static void main(String[] arguments) throws Exception {
        if (List.of(arguments).contains("--help")) {
            System.out.println(Options.USAGE);
            return;
        }
        // DynamoDB Local writes the numbers in its SQL by the default locale, which SQLite does not read in Arabic
        // digits.
        Locale.setDefault(Locale.ROOT);
        Optional<Path> data = Optional.empty();
        try {
            Options options = Options.parse(List.of(arguments));
            data = options.data();
            LocalRun run = start(options, Project.root());
            Runtime.getRuntime().addShutdownHook(new Thread(run::close));
            System.out.println("Undersigned is ready at " + run.url());
        } catch (IllegalArgumentException e) {
            System.err.println(e.getMessage());
            System.exit(2);
        } catch (Exception e) {
            // Threads that are still there must not keep a run alive that does not run.
            System.err.println("The local run does not start: " + Failure.describe(e));
            data.ifPresent(folder -> System.err.println("Is the disk of " + folder
                    + " full, or was that written by another version? Try --data with another folder."));
            System.exit(1);
        }
    }

    /** Throws {@link IllegalArgumentException} that says what to do when an option cannot be followed. */
    public static LocalRun start(Options options, Path project) throws Exception {
        return start(options, project, Optional.empty());
    }

    /** The same with the tables, queues and email of another server, such as LocalStack; its inbox stays empty, its events do not. */
    public static LocalRun on(URI aws, Options options, Path project) throws Exception {
        return start(options, project, Optional.of(aws));
    }

    private static LocalRun start(Options options, Path project, Optional<URI> aws) throws Exception {
        var run = new LocalRun();
        try {
            run.open(options, project, aws);
            return run;
        } catch (Exception e) {
            run.close();
            throw e;
        }
    }

    private void open(Options options, Path project, Optional<URI> aws) throws Exception {
        var template = Template.read(project.resolve("template.yaml"));
        Clock clock = Clock.systemUTC();
        Optional<DataFolder> data = options.data().map(folder -> opened(DataFolder.open(folder)));
        // The port first, so that a taken one is said at once.
        gateway = opened(bind(options.port()));
        moderatorsPage = opened(ModeratorsPage.bind(options.port()));
        events = opened(EventCatcher.start());
        inbox = Inbox.open(data.map(folder -> folder.folder("inbox")));
        failedBatches = FailedBatches.open(data.map(folder -> folder.folder("failed-batches")));
        if (aws.isPresent()) {
            database = opened(Database.at(aws.get(), template.tables()));
            queues = opened(Queues.at(aws.get(), template.queues()));
            ses = aws.get();
        } else {
            database = opened(Database.start(template.tables(), data.map(folder -> folder.folder("tables"))));
            queues = opened(Queues.start(template.queues()));
            ses = opened(EmailCatcher.start(inbox, clock, this::noteBounce)).endpoint();
        }
        env = new LocalEnv(
                Settings.variables(url(), url() + "," + moderatorsPage.origin(), queues.url(EMAIL_QUEUE)),
                Secrets.open(data),
                database.client(),
                queues.client(),
                opened(Endpoints.client(SesClient.builder(), ses)),
                opened(Endpoints.client(EventBridgeClient.builder(), events.endpoint())),
                failedBatches,
                clock);
        issuer = new LocalIssuer(
                url(),
                clock,
                Set.of(url() + ModeratorsPage.SIGNED_IN, moderatorsPage.origin() + ModeratorsPage.SIGNED_IN));
        handlers = Functions.all(env, issuer.identity());
        pump(template, data);
        if (options.sample())
            new Sample(project.resolve(SAMPLE))
                    .load(
                            handlers.get("ManageStatement"),
                            handlers.get("ImportSignatories"),
                            token(Role.ADMINISTRATOR));
        var files = new StaticFiles(project.resolve("web"));
        gateway.start(template.routes(), handlers, pages(), files);
        moderatorsPage.start(url(), files);
    }

    private void noteBounce(Map<String, Object> event) {
        try {
            new Invocation("NoteBounce", handlers.get("NoteBounce")).call(event);
        } catch (IOException | RuntimeException e) {
            System.err.println("NoteBounce failed: " + Failure.describe(e));
        }
    }

    private static Gateway bind(int port) throws IOException {
        try {
            return Gateway.bind(port);
        } catch (BindException e) {
            throw new IllegalArgumentException(
                    "Port " + port + " is taken. Give another one with --port, or 0 for a free one.");
        }
    }

    private List<Gateway.LocalPage> pages() {
        List<Gateway.LocalPage> pages = new ArrayList<>(issuer.pages());
        pages.add(new Gateway.LocalPage(
                "GET",
                "/local/inbox",
                _ -> Gateway.Answer.of("text/html; charset=utf-8", InboxPage.of(inbox.mails()))));
        pages.add(new Gateway.LocalPage(
                "GET",
                "/local/inbox.json",
                _ -> Gateway.Answer.of("application/json", Json.text(Map.of("messages", messages())))));
        pages.add(new Gateway.LocalPage("POST", "/local/sort-anew", this::sortAnew));
        pages.add(new Gateway.LocalPage("POST", "/local/replay", _ -> replay()));
        pages.addAll(eventPages());
        pages.add(moderatorsPage.door());
        return pages;
    }

    private List<Gateway.LocalPage> eventPages() {
        return List.of(
                new Gateway.LocalPage(
                        "GET",
                        "/local/events",
                        _ -> Gateway.Answer.of("text/html; charset=utf-8", EventsPage.of(events.events()))),
                new Gateway.LocalPage(
                        "GET",
                        "/local/events.json",
                        _ -> Gateway.Answer.of("application/json", Json.text(Map.of("events", events.events())))));
    }

    /** No route leads to that function: on AWS its operator invokes it. */
    private Gateway.Answer sortAnew(byte[] event) {
        try {
            var answer = new Invocation("SortAnew", handlers.get("SortAnew"))
                    .call(Json.object(new String(event, StandardCharsets.UTF_8)));
            return Gateway.Answer.of("application/json", Json.text(answer));
        } catch (IOException | IllegalArgumentException e) {
            return Gateway.Answer.problem(400, "Bad Request", e.getMessage());
        }
    }

    /** As {@code ./replay} on AWS. */
    private Gateway.Answer replay() {
        try {
            return Gateway.Answer.of("application/json", Json.text(failedBatches.replay(handlers)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private List<Map<String, Object>> messages() {
        return inbox.mails().stream().map(Inbox.Received::json).toList();
    }

    private void pump(Template template, Optional<DataFolder> data) throws IOException {
        var streams = opened(Endpoints.patientClient(DynamoDbStreamsClient.builder(), database.endpoint()));
        for (Template.StreamSource source : template.streamSources()) {
            String arn = database.client()
                    .describeTable(r -> r.tableName(source.table()))
                    .table()
                    .latestStreamArn();
            var checkpoint = Checkpoint.open(
                    data.map(folder -> folder.file("read-by-" + source.function() + "-" + source.table() + ".json")),
                    () -> queues.size(EMAIL_QUEUE) == 0);
            var pump = new StreamPump(
                    streams,
                    database.writes(),
                    arn,
                    source,
                    new Invocation(source.function(), handlers.get(source.function())),
                    checkpoint,
                    failedBatches);
            spawn(pump);
        }
        for (Template.QueueSource source : template.queueSources())
            spawn(new QueuePump(
                    queues.patientClient(),
                    queues.url(source.queue()),
                    source,
                    new Invocation(source.function(), handlers.get(source.function())),
                    DoneMessages.open(data.map(folder -> folder.file("done-by-" + source.function())))));
    }

    private void spawn(Runnable pump) {
        Thread thread = Thread.ofPlatform().daemon().start(pump);
        parts.push(() -> {
            thread.interrupt();
            thread.join(2_000);
        });
    }

    public String url() {
        return "http://localhost:" + gateway.port();
    }

    /** Where the moderators' page is: another origin than {@link #url}. */
    public String moderatorsUrl() {
        return moderatorsPage.origin() + "/moderate/";
    }

    /** What the functions are made of. */
    public Env env() {
        return env;
    }

    /** A token of the local run's issuer, for all statements. */
    public String token(Role role) {
        return issuer.token(role);
    }

    public Inbox inbox() {
        return inbox;
    }

    public FailedBatches failedBatches() {
        return failedBatches;
    }

    public Queues queues() {
        return queues;
    }

    /** The variables by which the SDK finds the stand-ins for AWS. */
    public Map<String, String> awsEndpoints() {
        return Map.of(
                "AWS_ENDPOINT_URL_DYNAMODB", database.endpoint().toString(),
                "AWS_ENDPOINT_URL_SQS", queues.endpoint().toString(),
                "AWS_ENDPOINT_URL_SES", ses.toString(),
                "AWS_ENDPOINT_URL_EVENTBRIDGE", events.endpoint().toString());
    }

    /** The function with this logical ID. */
    public RequestStreamHandler handler(String function) {
        return handlers.get(function);
    }

    @Override
    public void close() {
        while (!parts.isEmpty()) {
            try {
                parts.pop().close();
            } catch (Exception e) {
                System.err.println("Stopping failed: " + e);
            }
        }
    }

    private <T extends AutoCloseable> T opened(T part) {
        parts.push(part);
        return part;
    }
}
