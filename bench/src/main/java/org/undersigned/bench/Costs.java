package org.undersigned.bench;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.LongAdder;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.undersigned.admin.Role;
import org.undersigned.local.LocalRun;
import org.undersigned.local.Options;
import org.undersigned.local.Project;

/** What a million confirmed signatures cost, from what some hundred use on the local run and a file of prices. */
public final class Costs {
    private static final int MILLION = 1_000_000;

    /** Assumed, since no function runs on Lambda here: a warm call, in a function of 1 GB. */
    private static final double CALL_SECONDS = 0.015;

    /** The gateway's line for a request, as the template's format makes it. */
    private static final int ACCESS_LOG_BYTES = 250;

    private static final Pattern LINK = Pattern.compile("http://[^\\s\"<>]+/confirmations/[A-Za-z0-9._-]+");
    private static final String DEFINITION = """
        {"title": {"en": "Open letter"}, "text": {"en": "We ask."}, "page": null, "state": "open", "opensAt": null,
         "closesAt": null, "organiser": {"name": "Bench", "email": "bench@example.org", "url": "https://example.org/"},
         "privacy": "https://example.org/privacy", "categories": [{"id": "people", "name": {"en": "People"},
         "signs": "person", "affiliation": "optional", "admission": "automatic", "order": "name"}]}\
        """;

    private final LocalRun run;
    private final HttpClient client = HttpClient.newHttpClient();
    private final LongAdder requests = new LongAdder();
    private final LongAdder bytes = new LongAdder();

    private Costs(LocalRun run) {
        this.run = run;
    }

    public static void main(String[] arguments) throws Exception {
        int signers = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 300;
        var prices = new Properties();
        try (var file = Files.newBufferedReader(Project.root().resolve("bench/prices.properties"))) {
            prices.load(file);
        }
        PrintStream screen = System.out;
        var log = new ByteArrayOutputStream();
        System.setOut(new PrintStream(log, true, StandardCharsets.UTF_8));
        try (var run = LocalRun.start(Options.parse(List.of("--port", "0", "--no-sample")), Project.root())) {
            var costs = new Costs(run);
            costs.put();
            UsageMeter.take();
            log.reset();
            costs.sign(signers);
            Map<String, Double> used = UsageMeter.take();
            System.setOut(screen);
            costs.print(used, log.size(), signers, prices);
        }
    }

    private void put() throws IOException, InterruptedException {
        var answer = client.send(
                HttpRequest.newBuilder(URI.create(run.url() + "/admin/statements/bench"))
                        .header("Authorization", "Bearer " + run.token(Role.ADMINISTRATOR))
                        .header("Content-Type", "application/json")
                        .PUT(HttpRequest.BodyPublishers.ofString(DEFINITION))
                        .build(),
                BodyHandlers.ofString());
        if (answer.statusCode() != 201) throw new IllegalStateException(answer.body());
    }

    /** As a signer does: the page, its list, the form with its preflight, then the email's page and its button. */
    private void sign(int signers) throws Exception {
        int before = run.inbox().mails().size();
        try (var many = Executors.newFixedThreadPool(16)) {
            for (int i = 0; i < signers; i++) {
                int signer = i;
                many.submit(() -> {
                    String statement = "/statements/bench";
                    call("GET", statement, "");
                    call("GET", statement + "/categories/people/signatories", "");
                    call("OPTIONS", statement + "/signatures", "");
                    return call("POST", statement + "/signatures", """
                        {"category": "people", "name": "Ann Lee %d", "email": "ann-%d@example.org"}\
                        """.formatted(signer, signer));
                });
            }
        }
        await(before + signers);
        try (var many = Executors.newFixedThreadPool(16)) {
            for (var email : run.inbox().mails()) {
                Matcher link = LINK.matcher(email.text());
                if (!link.find()) throw new IllegalStateException("no link in " + email.text());
                String path = URI.create(link.group()).getPath();
                many.submit(() -> {
                    call("GET", path, "");
                    return call("POST", path, "{\"confirm\": true}");
                });
            }
        }
        Thread.sleep(8_000); // until all is counted and every receipt is sent
    }

    private void await(int emails) throws InterruptedException {
        for (int i = 0; i < 600 && run.inbox().mails().size() < emails; i++) Thread.sleep(200);
    }

    private String call(String method, String path, String body) throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(URI.create(run.url() + path))
                .method(method, HttpRequest.BodyPublishers.ofString(body));
        if (!body.isEmpty()) request.header("Content-Type", "application/json");
        if (method.equals("OPTIONS"))
            request.header("Origin", run.url()).header("Access-Control-Request-Method", "POST");
        var answer = client.send(request.build(), BodyHandlers.ofString());
        requests.increment();
        bytes.add(answer.body().length() + 500); // and headers
        if (answer.statusCode() >= 400) throw new IllegalStateException(path + ": " + answer.body());
        return answer.body();
    }

    private void print(Map<String, Double> used, int logBytes, int signers, Properties prices) {
        used.forEach((what, sum) -> say("%-28s %8.2f a signature", what, sum / signers));
        double calls = (double) requests.sum() / signers;
        double log = (double) logBytes / signers + calls * ACCESS_LOG_BYTES;
        say("%-28s %8.2f a signature", "requests", calls);
        say("%-28s %8.0f a signature", "bytes answered", (double) bytes.sum() / signers);
        say("%-28s %8.0f a signature", "bytes logged", log);
        say("Prices of %s, a million confirmed signatures:", prices.getProperty("date"));
        say("%-34s %10s %10s", "", "rush", "backlog");
        double rush = 0, backlog = 0;
        Map<String, double[]> lines = new TreeMap<>();
        double emails = sum(used, "emails") / signers;
        both(lines, "SES, emails", emails * price(prices, "ses.email"));
        both(lines, "API Gateway, requests", calls * price(prices, "api.request"));
        both(lines, "DynamoDB, writes", sum(used, "writes") / signers * price(prices, "dynamodb.write-unit"));
        both(lines, "DynamoDB, reads", sum(used, "reads") / signers * price(prices, "dynamodb.read-unit"));
        // A message is sent, received and deleted; five share a batch.
        both(lines, "SQS", (sum(used, "queue") / signers + emails * 0.4) * price(prices, "sqs.request"));
        both(lines, "EventBridge", sum(used, "events") / signers * price(prices, "events.event"));
        both(lines, "logs", log / 1e9 * price(prices, "logs.gigabyte"));
        both(lines, "egress", (double) bytes.sum() / signers / 1e9 * price(prices, "egress.gigabyte"));
        double second = price(prices, "lambda.gigabyte-second");
        both(
                lines,
                "Lambda, callers and streams",
                (calls + 2) * (price(prices, "lambda.request") + CALL_SECONDS * second));
        // A sender waits for its share of the rate: concurrency divided by emails a second.
        double size = gigabytes("SendEmail");
        lines.put("Lambda, send-email", new double[] {emails * size * 3 / 14 * second, emails * size * 2 * second});
        for (var line : lines.entrySet()) {
            say("%-34s %10.2f %10.2f", line.getKey(), line.getValue()[0] * MILLION, line.getValue()[1] * MILLION);
            rush += line.getValue()[0] * MILLION;
            backlog += line.getValue()[1] * MILLION;
        }
        say("%-34s %10.2f %10.2f", "together", rush, backlog);
        say(
                "A quiet month: %.2f (%d alarms, %d secrets, a key)",
                count("AWS::CloudWatch::Alarm") * price(prices, "month.alarm")
                        + count("AWS::SecretsManager::Secret") * price(prices, "month.secret")
                        + price(prices, "month.key"),
                count("AWS::CloudWatch::Alarm"),
                count("AWS::SecretsManager::Secret"));
    }

    private static void both(Map<String, double[]> lines, String name, double cost) {
        lines.put(name, new double[] {cost, cost});
    }

    private static double sum(Map<String, Double> used, String what) {
        return used.entrySet().stream()
                .filter(entry -> entry.getKey().endsWith(" " + what))
                .mapToDouble(Map.Entry::getValue)
                .sum();
    }

    /** The memory that the template gives a function, in its block or for all. */
    private static double gigabytes(String function) {
        Matcher own = Pattern.compile("\\n  " + function + ":\\n(?:    .*\\n)*?.*MemorySize: (\\d+)")
                .matcher(template());
        Matcher all = Pattern.compile("MemorySize: (\\d+)").matcher(template());
        if (!all.find()) throw new IllegalStateException("the template gives functions no memory");
        return Integer.parseInt(own.find() ? own.group(1) : all.group(1)) / 1024.0;
    }

    private static int count(String type) {
        return (int) (template() + text("watch.yaml"))
                .lines()
                .filter(line -> line.contains(type))
                .count();
    }

    private static String template() {
        return text("template.yaml");
    }

    private static String text(String file) {
        try {
            return Files.readString(Project.root().resolve(file));
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private static double price(Properties prices, String name) {
        return Double.parseDouble(prices.getProperty(name));
    }

    private static void say(String format, Object... values) {
        System.out.println(String.format(Locale.ROOT, format, values));
    }
}
