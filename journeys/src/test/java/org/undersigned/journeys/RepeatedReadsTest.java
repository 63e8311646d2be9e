package org.undersigned.journeys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.undersigned.journeys.Target.Kind.EMBEDDED;

import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.undersigned.describestatement.DescribeStatementHandler;
import org.undersigned.lambda.Json;
import org.undersigned.listsignatories.ListSignatoriesHandler;
import org.undersigned.local.Endpoints;
import org.undersigned.local.Invocation;
import software.amazon.awssdk.core.interceptor.Context;
import software.amazon.awssdk.core.interceptor.ExecutionAttributes;
import software.amazon.awssdk.core.interceptor.ExecutionInterceptor;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.QueryRequest;

/** A function remembers its public answers for a while: a page that many ask for is read a few times. */
@OnlyOn(value = EMBEDDED, because = "the reads of a function are seen in this process alone")
class RepeatedReadsTest {
    private static final Map<String, String> ANEW = Map.of("Cache-Control", "max-age=0");
    private static final Map<String, String> PLAIN = Map.of();

    private final Journey journey = Journey.start();
    private final ConcurrentLinkedQueue<String> reads = new ConcurrentLinkedQueue<>();
    private final DynamoDbClient watched = Endpoints.client(
            DynamoDbClient.builder()
                    .overrideConfiguration(o -> o.addExecutionInterceptor(new ExecutionInterceptor() {
                        @Override
                        public void beforeExecution(Context.BeforeExecution context, ExecutionAttributes attributes) {
                            if (context.request() instanceof QueryRequest query)
                                reads.add(query.indexName() == null ? query.tableName() : query.indexName());
                        }
                    })),
            URI.create(journey.backend().run().awsEndpoints().get("AWS_ENDPOINT_URL_DYNAMODB")));
    private volatile Instant now = Instant.now();
    private final OtherEnv env = OtherEnv.of(journey.backend().env(), Map.of("CACHE_SECONDS", "10"))
            .with(watched)
            .at(clock());
    private final RequestStreamHandler list = new ListSignatoriesHandler(env);
    private final RequestStreamHandler describe = new DescribeStatementHandler(env);

    @BeforeEach
    void twoHaveSigned() {
        journey.publish("people,Ann Lee,,,,2026-08-20", "people,Mia Brown,,,,2026-08-21");
        journey.awaitTotal(2);
    }

    @Test
    void aPageOf500ThatIsAskedForAThousandTimesIsReadOnce() {
        for (int i = 0; i < 1_000; i++) assertThat(names(page("500", PLAIN))).containsExactly("Mia Brown", "Ann Lee");
        assertThat(reads).containsExactlyInAnyOrder("public", "Tallies");
    }

    @Test
    void aStatementThatIsAskedForAThousandTimesIsReadOnce() {
        for (int i = 0; i < 1_000; i++)
            assertThat(json(describe("/statements/{statement}", PLAIN))).containsEntry("total", 2);
        describe("/statements/{statement}/timeline", PLAIN);
        describe("/statements/{statement}/timeline", PLAIN);
        assertThat(reads).containsOnly("Tallies").hasSize(2);
    }

    @Test
    void manyWhoAskAnewAtOnceCostFewReads() {
        try (var threads = Executors.newFixedThreadPool(8)) {
            threads.submit(() -> page("500", ANEW));
            IntStream.range(0, 400).forEach(_ -> threads.submit(() -> page("500", ANEW)));
        }
        // Ten at once, and as many as find nothing before the first is read.
        assertThat(reads.stream().filter("public"::equals)).hasSizeBetween(10, 20);
        reads.clear();
        for (int second = 0; second < 20; second++) {
            now = now.plusSeconds(1);
            for (int i = 0; i < 50; i++) page("500", ANEW);
        }
        assertThat(reads.stream().filter("public"::equals)).hasSizeBetween(20, 50);
    }

    @Test
    void whoAsksAnewSeesWhatChangedAMomentAgoAndOthersAtMostAsLateAsACacheWouldSay() {
        Map<String, Object> before = page("100", PLAIN);
        String tag = headers(before).get("ETag");
        assertThat(headers(before)).containsEntry("Cache-Control", "public, max-age=10");
        now = now.plusMillis(3_500);
        journey.publish("people,Zoë Quince,,,,2026-08-22");
        journey.awaitTotal(3);

        Map<String, Object> kept = page("100", PLAIN);
        assertThat(names(kept)).hasSize(2);
        assertThat(headers(kept)).containsEntry("ETag", tag).containsEntry("Cache-Control", "public, max-age=7");
        assertThat(page("100", Map.of("If-None-Match", tag))).containsEntry("statusCode", 304);

        Map<String, Object> anew = page("100", Map.of("If-None-Match", tag, "cache-control", "No-Cache"));
        assertThat(anew).containsEntry("statusCode", 200);
        assertThat(names(anew)).hasSize(3);
        assertThat(json(anew)).containsEntry("total", 3);
        assertThat(names(page("100", PLAIN))).as("what one has read anew").hasSize(3);
    }

    /** Content delivery networks heed no browser's wish; they keep answers by the whole address. */
    @Test
    void anAnswerThatIsAskedForAsFreshIsReadNowAndKeptByNoCache() {
        describe("/statements/{statement}", PLAIN);
        journey.publish("people,Zoë Quince,,,,2026-08-22");
        journey.awaitTotal(3);
        assertThat(json(describe("/statements/{statement}", PLAIN))).containsEntry("total", 2);
        Map<String, Object> fresh =
                call("DescribeStatement", describe, "/statements/{statement}", Map.of("fresh", "true"), PLAIN);
        assertThat(json(fresh)).containsEntry("total", 3);
        assertThat(headers(fresh)).containsEntry("Cache-Control", "no-store");
    }

    @Test
    void anAnswerIsForgottenAfterItsSeconds() {
        page("100", PLAIN);
        now = now.plusMillis(9_999);
        page("100", PLAIN);
        assertThat(reads).hasSize(2);
        now = now.plusMillis(1);
        page("100", PLAIN);
        assertThat(reads).hasSize(4);
    }

    @Test
    void eachPageIsAnAnswerOfItsOwn() {
        assertThat(names(page("1", PLAIN))).containsExactly("Mia Brown");
        assertThat(names(page("2", PLAIN))).hasSize(2);
        assertThat(names(page("1", PLAIN))).containsExactly("Mia Brown");
    }

    @Test
    void aChangedStatementIsDescribedAnewAsSoonAsItIsKnown() {
        describe("/statements/{statement}/timeline", PLAIN);
        now = now.plusSeconds(9);
        assertThat(json(describe("/statements/{statement}", PLAIN))).containsEntry("state", "open");
        Admin.administrator(journey).change(Map.of("state", "paused"));
        now = now.plusSeconds(2);
        assertThat(json(describe("/statements/{statement}", PLAIN))).containsEntry("state", "paused");
    }

    private Map<String, Object> page(String limit, Map<String, String> headers) {
        return call(
                "ListSignatories",
                list,
                "/statements/{statement}/categories/{category}/signatories",
                Map.of("limit", limit),
                headers);
    }

    private Map<String, Object> describe(String route, Map<String, String> headers) {
        return call("DescribeStatement", describe, route, Map.of(), headers);
    }

    private Map<String, Object> call(
            String function,
            RequestStreamHandler handler,
            String route,
            Map<String, String> query,
            Map<String, String> headers) {
        try {
            return new Invocation(function, handler)
                    .call(Map.of(
                            "httpMethod",
                            "GET",
                            "resource",
                            route,
                            "headers",
                            headers,
                            "queryStringParameters",
                            query,
                            "pathParameters",
                            Map.of("statement", journey.statement(), "category", "people"),
                            "requestContext",
                            Map.of("requestId", "journey")));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<String> names(Map<String, Object> answer) {
        List<String> names = new ArrayList<>();
        for (Object signatory : (List<?>) json(answer).get("signatories"))
            names.add((String) ((Map<?, ?>) signatory).get("name"));
        return names;
    }

    private static Map<String, Object> json(Map<String, Object> answer) {
        try {
            return Json.object((String) answer.get("body"));
        } catch (Json.Malformed e) {
            throw new AssertionError(answer.toString(), e);
        }
    }

    @SuppressWarnings("unchecked")
    private static Map<String, String> headers(Map<String, Object> answer) {
        return (Map<String, String>) answer.get("headers");
    }

    private Clock clock() {
        InstantSource source = () -> now;
        return source.withZone(ZoneOffset.UTC);
    }
}
