package org.undersigned.journeys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.undersigned.journeys.Target.Kind.EMBEDDED;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.undersigned.local.Inbox;
import org.undersigned.local.LocalRun;
import org.undersigned.local.Project;

@OnlyOn(value = EMBEDDED, because = "it kills the local run")
class CrashTest {
    private static final String STATEMENT = "hong-kong-safe-harbour";
    private static final String CATEGORY = "community-leaders";
    private static final int IMPORTED = 5;

    @TempDir
    private Path data;

    private Process process;
    private Api api;

    @AfterEach
    void stop() {
        process.destroyForcibly();
    }

    @Test
    @Timeout(120)
    void killedInTheMiddleOfSigningAndConfirmingItLosesNoSignatureNoMailAndNoCount() throws Exception {
        start();
        Signer early = leader("Early Bird");
        Signer listed = leader("Listed One");
        List<Signer> confirming = leaders("Confirming", 12);
        for (Signer signer : List.of(early, listed)) api.sign(STATEMENT, signer);
        for (Signer signer : confirming) api.sign(STATEMENT, signer);
        String earlyLink = links(List.of(early)).getFirst();
        assertThat(api.press(links(List.of(listed)).getFirst()).status()).isEqualTo(200);
        List<String> links = new ArrayList<>(links(confirming));
        awaitTotal(IMPORTED + 1);

        List<Signer> signing = leaders("Signing", 30);
        List<Signer> accepted = killAfter(12, signing, links);
        start();

        assertThat(accepted).hasSizeGreaterThanOrEqualTo(12);
        links(accepted);
        assertThat(confirmationEmails().values().stream().filter(times -> times > 1))
                .as("addresses that were asked twice")
                .hasSizeLessThanOrEqualTo(1);
        assertThat(mails()).containsKey(listed.email());
        links.addAll(links(accepted));
        links.add(earlyLink);
        for (String link : links) assertThat(api.press(link).json()).isEqualTo(Map.of("status", "published"));
        int expected = IMPORTED + 1 + links.size();
        awaitTotal(expected);
        Signer last = leader("Last One");
        api.sign(STATEMENT, last);
        assertThat(api.press(links(List.of(last)).getFirst()).status()).isEqualTo(200);
        awaitTotal(expected + 1);
        assertThat(Journey.names(api.get("/statements/" + STATEMENT + "/categories/" + CATEGORY + "/signatories")))
                .hasSize(expected + 1)
                .contains("Early Bird", "Listed One", "Last One")
                .containsAll(names(confirming))
                .containsAll(names(accepted));
    }

    /** Signs and confirms all at once, kills the backend as soon as so many signers were answered, and says which. */
    private List<Signer> killAfter(int answers, List<Signer> signing, List<String> links) {
        var accepted = new ConcurrentLinkedQueue<Signer>();
        var enough = new CountDownLatch(answers);
        List<Callable<Boolean>> things = new ArrayList<>();
        things.add(() -> {
            enough.await();
            process.destroyForcibly().waitFor();
            return true;
        });
        for (Signer signer : signing)
            things.add(() -> unlessKilled(() -> {
                api.sign(STATEMENT, signer);
                accepted.add(signer);
                enough.countDown();
            }));
        for (String link : links) things.add(() -> unlessKilled(() -> api.press(link)));
        AtOnce.all(things);
        return List.copyOf(accepted);
    }

    private static boolean unlessKilled(Runnable call) {
        try {
            call.run();
            return true;
        } catch (IllegalStateException e) {
            assertThat(e).hasCauseInstanceOf(IOException.class);
            return false;
        }
    }

    private void start() throws IOException {
        process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:+UseSerialGC",
                        "-XX:TieredStopAtLevel=1",
                        "--enable-native-access=ALL-UNNAMED",
                        "--sun-misc-unsafe-memory-access=allow",
                        "-Dundersigned.project=" + Project.root(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        LocalRun.class.getName(),
                        "--port",
                        "0",
                        "--data",
                        data.toString())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        String ready = process.inputReader().readLine();
        assertThat(ready).startsWith("Undersigned is ready at http://localhost:");
        api = new Api(ready.substring(ready.indexOf("http")));
    }

    /** Waits until all of them have mail, and answers the links that confirm. */
    private List<String> links(List<Signer> signers) {
        List<String> addresses = signers.stream().map(Signer::email).toList();
        Backend.patiently().until(() -> mails().keySet().containsAll(addresses));
        Map<String, Inbox.Received> mails = mails();
        return addresses.stream().map(mails::get).map(Links::confirmation).toList();
    }

    /** The newest mail to each address. */
    private Map<String, Inbox.Received> mails() {
        Map<String, Inbox.Received> mails = new HashMap<>();
        for (Object message : (List<?>) api.get("/local/inbox.json").json().get("messages")) {
            var fields = (Map<?, ?>) message;
            String to = (String) fields.get("to");
            mails.put(
                    to,
                    new Inbox.Received(
                            to,
                            (String) fields.get("from"),
                            (String) fields.get("subject"),
                            (String) fields.get("text"),
                            (String) fields.get("html"),
                            Map.of(),
                            Instant.parse((String) fields.get("at"))));
        }
        return mails;
    }

    /** How many confirmation emails each address got. */
    private Map<String, Integer> confirmationEmails() {
        Map<String, Integer> emails = new HashMap<>();
        for (Object message : (List<?>) api.get("/local/inbox.json").json().get("messages")) {
            var fields = (Map<?, ?>) message;
            if (((String) fields.get("text")).contains("/confirmations/"))
                emails.merge((String) fields.get("to"), 1, Integer::sum);
        }
        return emails;
    }

    private void awaitTotal(int expected) {
        Backend.patiently().until(() -> total() == expected);
    }

    private int total() {
        var categories = (List<?>) api.get("/statements/" + STATEMENT).json().get("categories");
        return categories.stream()
                .map(category -> (Map<?, ?>) category)
                .filter(category -> CATEGORY.equals(category.get("id")))
                .mapToInt(category -> ((Number) category.get("total")).intValue())
                .sum();
    }

    private static List<Signer> leaders(String name, int number) {
        return IntStream.range(0, number).mapToObj(i -> leader(name + " " + i)).toList();
    }

    private static Signer leader(String name) {
        return Signer.person(name).with("category", CATEGORY).with("affiliation", "Chair");
    }

    private static List<String> names(List<Signer> signers) {
        return signers.stream()
                .map(signer -> (String) signer.fields().get("name"))
                .toList();
    }
}
