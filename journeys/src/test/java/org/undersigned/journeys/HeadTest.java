package org.undersigned.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** HEAD answers as GET does, without the body (RFC 9110, 9.3.2). */
class HeadTest {
    /** Of the moment, of the transport, or of the one answer. */
    private static final Set<String> OF_THE_ANSWER = Set.of("date", "content-length", ":status", "transfer-encoding");

    private final Journey journey = Journey.start();
    private final Api api = journey.api();
    private final Signer ann = Signer.person("Ann Baker");

    @Test
    void publicReadingsAnswerHead() {
        String link = Api.path(Links.confirmation(journey.sign(ann, 1)));
        String refusal = link.replace("confirmations", "refusals");
        for (String path : List.of(
                "/statements/" + journey.statement(),
                "/statements/" + journey.statement() + "?language=fr",
                "/statements/nobody",
                "/statements/" + journey.statement() + "/timeline",
                journey.listPath("people"),
                journey.listPath("people") + "?startsWith=Ba&limit=1",
                journey.listPath("people") + "?limit=0",
                link,
                refusal)) answersAlike(path);
    }

    @Test
    void adminReadingsAnswerHeadToWhomTheyAnswerGet() {
        journey.signAndConfirm(ann);
        String admin = "/admin/statements/" + journey.statement();
        List<String> callers = List.of(
                "Bearer " + Admin.moderator(journey).token(),
                "Bearer " + Admin.administrator(journey).token(),
                "Bearer x.y.z");
        for (String path : List.of(
                "",
                "/texts/1",
                "/texts/2",
                "/blocks",
                "/emails",
                "/queue/count",
                "/queue",
                "/queue?status=nothing",
                "/signatures?email=" + ann.email(),
                "/signatures?email=nobody",
                "/signatures/" + journey.id(ann),
                "/signatures/nobody",
                "/export",
                "/export?limit=0",
                "/invalidations",
                "/audit?limit=1")) for (String caller : callers) answersAlike(admin + path, "Authorization", caller);
        assertThat(api.head(admin + "/queue").status()).isEqualTo(401);
    }

    @Test
    void aReadingByHeadIsInTheAuditAsAnyOtherIs() {
        Admin bob = Admin.moderator(journey, "bob");

        assertThat(bob.send("HEAD", "/queue", "").status()).isEqualTo(200);

        assertThat(bob.get("/audit").body()).contains("\"read-queue\"");
    }

    private void answersAlike(String path, String... headers) {
        Api.Answer get = api.get(path, headers);
        Api.Answer head = api.head(path, headers);
        assertThat(head.status()).as(path).isEqualTo(get.status());
        assertThat(lasting(head)).as(path).isEqualTo(lasting(get));
        assertThat(head.body()).as(path).isEmpty();
    }

    private static Map<String, List<String>> lasting(Api.Answer answer) {
        Map<String, List<String>> headers = new TreeMap<>(answer.headers().map());
        headers.keySet().removeAll(OF_THE_ANSWER);
        // Of the gateway, for each request its own.
        headers.keySet().removeIf(name -> name.startsWith("x-amz"));
        return headers;
    }
}
