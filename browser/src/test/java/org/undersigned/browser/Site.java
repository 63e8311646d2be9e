package org.undersigned.browser;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Playwright;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.awaitility.Awaitility;
import org.undersigned.admin.Role;
import org.undersigned.domain.EmailCount;
import org.undersigned.lambda.Json;
import org.undersigned.links.Token;
import org.undersigned.links.TokenKeys;
import org.undersigned.links.Tokens;
import org.undersigned.local.Inbox;
import org.undersigned.local.LocalRun;
import org.undersigned.local.Options;
import org.undersigned.local.Project;
import org.undersigned.tables.EmailCounts;

/**
 * The local run, which all tests share, and a browser for each thread of theirs, since Playwright's objects belong to one;
 * each test has visitors and mostly a statement of its own.
 */
final class Site {
    static final String SAMPLE = "hong-kong-safe-harbour";

    private static final HttpClient CLIENT = HttpClient.newHttpClient();
    private static Site site;

    private final LocalRun run;
    private final ThreadLocal<Browser> browser = ThreadLocal.withInitial(() -> Chromium.launch(Playwright.create()));

    private Site(LocalRun run) {
        this.run = run;
    }

    static synchronized Site get() {
        if (site == null) site = start();
        return site;
    }

    private static Site start() {
        try {
            var run = LocalRun.start(new Options(0, Optional.empty(), true), Project.root());
            Runtime.getRuntime().addShutdownHook(new Thread(run::close));
            return new Site(run);
        } catch (Exception e) {
            throw new IllegalStateException("the local run does not start", e);
        }
    }

    String url() {
        return run.url();
    }

    /** Where the moderators' page is, which is another origin. */
    String moderatorsUrl() {
        return run.moderatorsUrl();
    }

    Browser browser() {
        return browser.get();
    }

    /** Somebody with a browser of their own: nothing is kept or cached from others. */
    Visitor visitor() {
        return Visitor.arrives(this, new Browser.NewContextOptions().setLocale("en"), SAMPLE);
    }

    Visitor visitor(Browser.NewContextOptions options, String statement) {
        return Visitor.arrives(this, options, statement);
    }

    /** Puts a statement and answers its id; {@code definition} as the admin API takes it. */
    String define(String definition) {
        String id = "letter-" + UUID.randomUUID();
        put(id, definition, "");
        return id;
    }

    /** Puts a later form of a statement. */
    void redefine(String id, String definition) {
        HttpResponse<String> before = send("GET", "/admin/statements/" + id, "", "");
        put(id, definition, before.headers().firstValue("ETag").orElseThrow());
    }

    /** A statement's definition as JSON. */
    String definition(String id) {
        return send("GET", "/admin/statements/" + id, "", "").body();
    }

    private void put(String id, String definition, String version) {
        HttpResponse<String> answer = send("PUT", "/admin/statements/" + id, definition, version);
        if (answer.statusCode() >= 300) throw new IllegalStateException(answer.body());
    }

    /** Publishes rows {@code category,name,honorific,affiliation,sort_as,signed_on}. */
    void publish(String id, List<String> rows) {
        String csv = "category,name,honorific,affiliation,sort_as,signed_on\n" + String.join("\n", rows) + "\n";
        HttpResponse<String> answer = send("POST", "/admin/statements/" + id + "/imports?source=test", csv, "");
        if (!answer.body().contains("\"rejected\":[]")) throw new IllegalStateException(answer.body());
        awaitTotal(id, rows.size());
    }

    /** Waits until so many are published. */
    void awaitTotal(String id, long total) {
        Awaitility.await().atMost(Duration.ofSeconds(60)).until(() -> total(id) >= total);
    }

    /** Waits until nothing is published any more. */
    void awaitNone(String id) {
        Awaitility.await().atMost(Duration.ofSeconds(60)).until(() -> total(id) == 0);
    }

    /** Sends the form of a statement. */
    void sign(String id, String form) {
        HttpResponse<String> answer = send("POST", "/statements/" + id + "/signatures", form, "");
        if (answer.statusCode() != 202) throw new IllegalStateException(answer.body());
    }

    /** Presses the button behind an emailed link. */
    void confirm(String link) {
        HttpResponse<String> answer = send("POST", link.substring(url().length()), "{\"confirm\": true}", "");
        if (answer.statusCode() != 200) throw new IllegalStateException(answer.body());
    }

    /** Many signatures from one network under this domain, counted; {@code name} holds {@code %d}. */
    void crowd(String id, String category, String name, String domain, int names) {
        Crowd.of(run.env(), id, category).sign(name, domain, names);
        Awaitility.await().atMost(Duration.ofSeconds(120)).until(() -> counted(id) >= names);
    }

    /** An organisation that has confirmed and waits for a decision. */
    void waiting(String id, String name) {
        String address = name.toLowerCase(Locale.ROOT).replaceAll("[^a-z]+", "")
                + "."
                + UUID.randomUUID().toString().substring(0, 8)
                + "@rivers.example";
        sign(
                id,
                Json.text(Map.of(
                        "category",
                        "groups",
                        "name",
                        name,
                        "email",
                        address,
                        "contact",
                        Map.of("name", "Joan", "role", "Chair"))));
        confirm(link(address, "confirmations"));
    }

    /** Emails of today, as if so many more had been sent, had come back or had been refused. */
    void countEmails(String id, EmailCount.Kind kind, long more) {
        new EmailCounts(run.env()).add(id, kind, more);
    }

    /** A person who has confirmed. */
    void person(String id, String name) {
        String address = UUID.randomUUID() + "@example.org";
        sign(id, Json.text(Map.of("category", "people", "name", name, "email", address, "listed", true)));
        confirm(link(address, "confirmations"));
    }

    /** Whether the public list of a category has this name, one word that is in no other. */
    boolean lists(String id, String category, String name) {
        String path = "/statements/" + id + "/categories/" + category + "/signatories?startsWith=" + name;
        return send("GET", path, "", "").body().contains("\"name\":\"" + name + "\"");
    }

    private long counted(String id) throws Json.Malformed {
        Map<String, Object> queue = Json.object(
                send("GET", "/admin/statements/" + id + "/queue/count", "", "").body());
        var waiting = (Map<?, ?>) ((List<?>) queue.get("queues")).getFirst();
        return total(id) + ((Number) waiting.get("total")).longValue();
    }

    /** How many are published. */
    long total(String id) {
        try {
            Object total =
                    Json.object(send("GET", "/statements/" + id, "", "").body()).get("total");
            return ((Number) total).longValue();
        } catch (Json.Malformed e) {
            throw new IllegalStateException(e);
        }
    }

    private HttpResponse<String> send(String method, String path, String body, String version) {
        var request = HttpRequest.newBuilder(URI.create(url() + path))
                .method(method, HttpRequest.BodyPublishers.ofString(body))
                .header("Authorization", "Bearer " + run.token(Role.ADMINISTRATOR))
                .header("Content-Type", path.contains("/imports") ? "text/csv" : "application/json");
        if (!version.isEmpty()) request.header("If-Match", version);
        try {
            return CLIENT.send(request.build(), HttpResponse.BodyHandlers.ofString());
        } catch (IOException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    List<Inbox.Received> mailsTo(String address) {
        return run.inbox().mails().stream()
                .filter(mail -> mail.to().equals(address))
                .toList();
    }

    /** Waits for an email to the address that has a link of this kind, such as {@code confirmations}, and answers it. */
    String link(String address, String kind) {
        Pattern link = Pattern.compile("http://\\S+/" + kind + "/[\\w.-]+");
        return Awaitility.await()
                .atMost(Duration.ofSeconds(30))
                .until(() -> newest(link, address), found -> found != null);
    }

    /** The same link as it is some days later. */
    String expired(String confirmation) {
        var tokens = new Tokens(new TokenKeys(run.env()));
        int start = confirmation.lastIndexOf('/') + 1;
        Token.Confirm token =
                tokens.read(confirmation.substring(start), Token.Confirm.class).orElseThrow();
        return confirmation.substring(0, start)
                + tokens.write(new Token.Confirm(token.request(), Instant.now().minusSeconds(1)));
    }

    private String newest(Pattern link, String address) {
        for (Inbox.Received mail : mailsTo(address).reversed()) {
            Matcher found = link.matcher(mail.text());
            if (found.find()) return found.group();
        }
        return null;
    }
}
