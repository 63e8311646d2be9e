package org.undersigned.journeys;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.Signature;
import java.security.spec.PKCS8EncodedKeySpec;
import java.time.Clock;
import java.time.Instant;
import java.util.Base64;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.undersigned.lambda.Env;
import org.undersigned.lambda.Json;
import org.undersigned.local.Endpoints;
import org.undersigned.local.FailedBatches;
import org.undersigned.local.Inbox;
import org.undersigned.local.LocalEnv;
import org.undersigned.local.LocalRun;
import org.undersigned.local.Project;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.eventbridge.EventBridgeClient;
import software.amazon.awssdk.services.secretsmanager.SecretsManagerClient;
import software.amazon.awssdk.services.secretsmanager.model.SecretListEntry;
import software.amazon.awssdk.services.ses.SesClient;
import software.amazon.awssdk.services.sns.SnsClient;
import software.amazon.awssdk.services.sqs.SqsClient;

/** What {@code local/localstack deploy} has deployed; its API is LocalStack's, or that of {@code sam local start-api}. */
final class LocalStackTarget implements Target {
    private static final HttpClient CLIENT = HttpClient.newHttpClient();
    private static final String STACK = "undersigned";
    private static final String ISSUER = "http://localhost.localstack.cloud:4566/issuer";

    private final String url;
    private final String endpoint;
    private final DynamoDbClient dynamoDb;
    private final SnsClient sns;
    private final Env env;
    private final PrivateKey key;
    private final SentMails sent;
    private final BusListener bus;

    private LocalStackTarget(String deployed, String url) {
        this.url = url;
        endpoint = deployed.substring(0, deployed.indexOf("/_aws/"));
        var aws = URI.create(endpoint);
        dynamoDb = Endpoints.client(DynamoDbClient.builder(), aws);
        SqsClient sqs = Endpoints.client(SqsClient.builder(), aws);
        sns = Endpoints.client(SnsClient.builder(), aws);
        sent = new SentMails(aws);
        EventBridgeClient events = Endpoints.client(EventBridgeClient.builder(), aws);
        bus = BusListener.on(events, sqs, STACK + "-events");
        Map<String, String> variables = new HashMap<>();
        for (String table :
                List.of("Statements", "SigningRequests", "Signatures", "Limits", "Tallies", "Invalidations", "Audit"))
            variables.put(
                    table.replaceAll("(?<=[a-z])(?=[A-Z])", "_").toUpperCase(Locale.ROOT) + "_TABLE", table(table));
        variables.put("SIGNER_SECRET", "SignerSecret");
        variables.put("TOKEN_SECRET", "TokenSecret");
        variables.put("PUBLIC_URL", deployed);
        variables.put("EVENT_BUS", STACK + "-events");
        variables.put("FAILED_BATCHES", "failed-batches");
        variables.put(
                "EMAIL_QUEUE_URL",
                sqs.listQueues(r -> r.queueNamePrefix(STACK + "-EmailQueue-"))
                        .queueUrls()
                        .getFirst());
        env = new LocalEnv(
                variables,
                Map.of(
                        "SignerSecret", secret(aws, "SignerSecret"),
                        "TokenSecret", secret(aws, "TokenSecret")),
                dynamoDb,
                sqs,
                Endpoints.client(SesClient.builder(), aws),
                events,
                FailedBatches.inMemory(),
                Clock.systemUTC());
        key = key(fetch(endpoint + "/issuer-key/key.pem"));
    }

    static LocalStackTarget onLocalStack() {
        String deployed = deployed();
        return new LocalStackTarget(deployed, deployed);
    }

    static LocalStackTarget onSamLocal() {
        var target = new LocalStackTarget(deployed(), "http://localhost:3000");
        try {
            fetch(target.url + "/statements/none");
        } catch (UncheckedIOException e) {
            throw new IllegalStateException(e.getMessage() + ": run sam local start-api", e);
        }
        return target;
    }

    @Override
    public String url() {
        return url;
    }

    @Override
    public Env env() {
        return env;
    }

    @Override
    public List<Inbox.Received> mails() {
        return sent.all();
    }

    @Override
    public List<Map<String, Object>> events() {
        return bus.events();
    }

    @Override
    public void tell(String event) {
        // The stack's one topic; LocalStack gives it no name that says so.
        String topic = sns.listTopics().topics().getFirst().topicArn();
        sns.publish(r -> r.topicArn(topic).message(event));
    }

    @Override
    public String token(Map<String, Object> asked) {
        Map<String, Object> claims = new HashMap<>();
        claims.put("iss", ISSUER);
        claims.put("aud", "undersigned");
        claims.put("sub", asked.getOrDefault("name", "local-" + asked.get("role")));
        claims.put("roles", List.of(asked.get("role")));
        if (asked.containsKey("statements")) claims.put("statements", asked.get("statements"));
        claims.put("exp", Instant.now().plusSeconds(3600).getEpochSecond());
        String unsigned = base64(Json.text(Map.of("alg", "RS256", "typ", "JWT", "kid", "local"))
                        .getBytes(StandardCharsets.UTF_8))
                + "."
                + base64(Json.text(claims).getBytes(StandardCharsets.UTF_8));
        try {
            var signature = Signature.getInstance("SHA256withRSA");
            signature.initSign(key);
            signature.update(unsigned.getBytes(StandardCharsets.US_ASCII));
            return unsigned + "." + base64(signature.sign());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public Optional<LocalRun> run() {
        return Optional.empty();
    }

    @Override
    public void close() {
        bus.close();
        dynamoDb.close();
        sns.close();
    }

    /** The newest, as an earlier deployment leaves its tables behind. */
    private String table(String name) {
        return dynamoDb.listTablesPaginator().tableNames().stream()
                .filter(table -> table.startsWith(STACK + "-" + name + "-"))
                .max(Comparator.comparing(table ->
                        dynamoDb.describeTable(r -> r.tableName(table)).table().creationDateTime()))
                .orElseThrow(() -> new IllegalStateException("LocalStack has no table " + name));
    }

    private static String secret(URI aws, String name) {
        try (var secrets = Endpoints.client(SecretsManagerClient.builder(), aws)) {
            String id = secrets.listSecretsPaginator().stream()
                    .flatMap(page -> page.secretList().stream())
                    .filter(secret -> secret.arn().contains(name))
                    .max(Comparator.comparing(SecretListEntry::createdDate))
                    .map(SecretListEntry::arn)
                    .orElseThrow(() -> new IllegalStateException("LocalStack has no secret " + name));
            return secrets.getSecretValue(r -> r.secretId(id)).secretString();
        }
    }

    /** Where the API is; the script says what to do when there is none. */
    private static String deployed() {
        try {
            Process script = new ProcessBuilder(
                            Project.root().resolve("local/localstack").toString(), "url")
                    .redirectErrorStream(true)
                    .start();
            String said = new String(script.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
            if (script.waitFor() != 0) throw new IllegalStateException(said);
            return said;
        } catch (IOException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static String fetch(String from) {
        try {
            return CLIENT.send(HttpRequest.newBuilder(URI.create(from)).build(), BodyHandlers.ofString())
                    .body();
        } catch (IOException e) {
            throw new UncheckedIOException("Nothing answers at " + from, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static PrivateKey key(String pem) {
        String base64 = pem.replaceAll("-----[A-Z ]+-----|\\s", "");
        try {
            return KeyFactory.getInstance("RSA")
                    .generatePrivate(new PKCS8EncodedKeySpec(Base64.getDecoder().decode(base64)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String base64(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
