package org.undersigned.journeys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.undersigned.lambda.Json;
import org.undersigned.tables.Audit;

class ReviewQueueTest {
    private static final String WATCHING = "\"watchList\": [\"Justin Trudeau\"], \"text\"";
    private static final String NOBODY = "a".repeat(52) + ".person";

    private final Journey journey = Journey.start(Map.of("\"text\"", WATCHING));
    private final Admin moderator = Admin.moderator(journey);

    @Test
    void whatWaitsIsShownOldestFirst() {
        Signer zoe = inReview("Zoë Quince");
        inReview("Ann Lee");
        inReview("Mia Brown");
        assertThat(Pages.names(queue())).containsExactly("Zoë Quince", "Ann Lee", "Mia Brown");
        assertThat(Pages.signatures(queue()).getFirst())
                .containsEntry("id", Admin.id(journey, zoe))
                .containsEntry("status", "in-review")
                .containsEntry("version", 1)
                .containsEntry("category", "scholars")
                .containsEntry("affiliation", "Queen’s University")
                .containsEntry("email", zoe.email())
                .containsEntry("listed", true)
                .containsEntry("flags", List.of(Map.of("code", "address-domain", "value", "example.org")));
        assertThat(queue().json()).containsEntry("next", null);
    }

    @Test
    void pagesHoldEachOnceWhileOthersConfirmAndDecide() {
        List<Signer> first =
                IntStream.range(0, 9).mapToObj(i -> inReview("First " + i)).toList();
        List<String> seen = new ArrayList<>();
        Optional<String> next = Optional.of("queue?status=in-review&limit=2");
        for (int page = 0; next.isPresent(); page++) {
            Api.Answer answer = moderator.get("/" + next.get());
            seen.addAll(Pages.names(answer));
            next = Optional.ofNullable((String) answer.json().get("next"));
            if (page == 1)
                moderator.decide("approve", Admin.id(journey, first.get(0)), Admin.id(journey, first.get(8)));
            if (page == 2) inReview("Latecomer");
        }
        assertThat(seen)
                .doesNotHaveDuplicates()
                .containsExactly(
                        "First 0",
                        "First 1",
                        "First 2",
                        "First 3",
                        "First 4",
                        "First 5",
                        "First 6",
                        "First 7",
                        "Latecomer");
    }

    @Test
    void eachStatusHasItsQueue() {
        Signer ann = inReview("Ann Lee");
        inReview("Mia Brown");
        moderator.decide("reject", Admin.id(journey, ann));
        assertThat(Pages.names(moderator.get("/queue?status=rejected"))).containsExactly("Ann Lee");
        assertThat(Pages.names(moderator.get("/queue?status=in-review"))).containsExactly("Mia Brown");
        assertThat(Pages.names(moderator.get("/queue?status=pending-problem"))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "status=published",
                "status=",
                "limit=0",
                "limit=101",
                "limit=ten",
                "after=yesterday",
                "after=2026-02-30T00:00:00Z",
                "order=any",
                "category=nobodys",
                "flag=nice"
            })
    void aQueryThatCannotBeReadIsRefusedByItsField(String query) {
        Api.Answer answer = moderator.get("/queue?" + query);
        assertThat(answer.status()).isEqualTo(400);
        assertThat(Problems.errors(answer)).singleElement().asString().startsWith(query.split("=")[0]);
    }

    @Test
    void theNewestComeFirstWhereAskedFor() {
        for (String name : List.of("Ann Lee", "Mia Brown", "Zoë Quince")) inReview(name);
        assertThat(following("queue?order=newest&limit=1")).containsExactly("Zoë Quince", "Mia Brown", "Ann Lee");
    }

    @Test
    void oneCategoryOrOneFlagIsShownAlone() {
        inReview("Ann Lee");
        journey.signAndConfirm(Signer.person("Dan Deputy").with("category", "deputies"));
        inReview("Mia Brown");
        inReview("Lee Ann");
        journey.signAndConfirm(scholar("Bo Free").with("email", UUID.randomUUID() + "@gmail.com"));
        assertThat(following("queue?category=scholars&limit=1"))
                .containsExactly("Ann Lee", "Mia Brown", "Lee Ann", "Bo Free");
        assertThat(following("queue?category=deputies&limit=1")).containsExactly("Dan Deputy");
        assertThat(following("queue?flag=name-waiting&limit=1")).containsExactly("Ann Lee", "Lee Ann");
        assertThat(following("queue?flag=free-mail&category=scholars&order=newest"))
                .containsExactly("Bo Free");
        assertThat(following("queue?flag=free-mail&category=people")).isEmpty();
        assertThat(readings().getLast().get("after"))
                .isEqualTo(Map.of("status", "in-review", "category", "people", "flag", "free-mail", "found", 0));
    }

    @Test
    void howManyWaitIsToldByCategoryAndLeavesNoEntryInTheAudit() {
        Signer ann = inReview("Ann Lee");
        inReview("Mia Brown");
        journey.signAndConfirm(Signer.person("Dan Deputy").with("category", "deputies"));
        moderator.decide("reject", Admin.id(journey, ann));
        Backend.patiently()
                .untilAsserted(() -> assertThat(moderator.get("/queue/count").json())
                        .isEqualTo(Map.of(
                                "queues",
                                List.of(
                                        queue("in-review", 2, Map.of("scholars", 1, "deputies", 1)),
                                        queue("rejected", 1, Map.of("scholars", 1)),
                                        queue("pending-problem", 0, Map.of())))));
        assertThat(readings()).isEmpty();
    }

    @Test
    void aNameThatIsListedIsFlagged() {
        journey.publish("scholars,Margaret Atwood,,Toronto,Atwood,2026-01-01", "people,Mia Brown,,,,2026-01-01");
        inReview("MARGARET ATWOOD");
        inReview("Margret Atwod");
        inReview("Mia Brown");
        List<Map<String, Object>> waiting = Pages.signatures(queue());
        assertThat(Pages.flags(waiting.get(0)))
                .contains("name-listed Margaret Atwood")
                .noneMatch(flag -> flag.startsWith("name-nearly-listed"));
        assertThat(Pages.flags(waiting.get(1))).contains("name-nearly-listed Margaret Atwood");
        assertThat(Pages.flags(waiting.get(2))).isEmpty();
    }

    @Test
    void inALongListNamesUnderTheSameLettersAreCompared() {
        List<String> rows = new ArrayList<>();
        for (int i = 0; i < 2_010; i++)
            rows.add("scholars,Ann Aa" + Integer.toString(10_000 + i, 36) + ",,Ottawa,,2026-01-01");
        rows.add("scholars,Yoko Zimmermann,,Ottawa,,2026-01-01");
        journey.publish(rows.toArray(String[]::new));
        inReview("Yoko Zimmerman");
        assertThat(Pages.flags(Pages.signatures(queue()).getFirst()))
                .containsExactlyInAnyOrder(
                        "name-nearly-listed Yoko Zimmermann",
                        "claims-imported-row "
                                + journey.imported("scholars", "Yoko Zimmermann", "Ottawa")
                                        .text());
    }

    @Test
    void aListedSignatureIsNotFlaggedForItself() {
        Signer ann = inReview("Ann Lee");
        moderator.decide("approve", Admin.id(journey, ann));
        assertThat(Pages.flags(
                        moderator.get("/signatures/" + Admin.id(journey, ann)).json()))
                .isEmpty();
    }

    @Test
    void namesThatWaitTwiceAndManyFromOneNetworkAreFlagged() {
        inReview("Ann Lee");
        inReview("Lee Ann");
        inReview("Mia Brown");
        assertThat(Pages.signatures(queue()).stream().map(Pages::flags))
                .containsExactly(List.of("name-waiting Lee Ann"), List.of("name-waiting Ann Lee"), List.of());
        inReview("Yoko Zimmermann");
        assertThat(Pages.signatures(queue()).stream().map(Pages::flags))
                .allSatisfy(flags -> assertThat(flags).contains("same-network 3"));
    }

    @Test
    void watchedNamesSayWhoApprovedFirst() {
        Signer watched = Signer.person("Justin Trudeua");
        journey.signAndConfirm(watched);
        assertThat(Pages.flags(Pages.signatures(queue()).getFirst())).containsExactly("watch-list Justin Trudeau");
        assertThat(Admin.moderator(journey, "grace").decide("approve", Admin.id(journey, watched)))
                .containsExactly("second-approver-needed");
        assertThat(Pages.flags(Pages.signatures(queue()).getFirst()))
                .containsExactlyInAnyOrder("watch-list Justin Trudeau", "first-approver grace");
    }

    @Test
    void addressesThatAnybodyGetsAreFlagged() {
        Signer ann = scholar("Ann Lee").with("email", UUID.randomUUID() + "@gmail.com");
        journey.signAndConfirm(ann);
        assertThat(Pages.signatures(queue()).getFirst())
                .containsEntry(
                        "flags",
                        List.of(
                                Map.of("code", "address-domain", "value", "gmail.com"),
                                Map.of("code", "free-mail", "value", "gmail.com")));
    }

    @Test
    void anAddressIsLookedUpHoweverItIsSpelt() {
        Signer ann = inReview("Ann Lee");
        Signer hers = Signer.organisation("Friends of Ann").with("email", ann.email());
        journey.sign(hers, 3);
        Api.Answer found = lookUp(ann.email().toUpperCase(Locale.ROOT));
        assertThat(Pages.names(found)).containsExactly("Ann Lee");
        assertThat((List<?>) found.json().get("requests"))
                .singleElement()
                .asInstanceOf(InstanceOfAssertFactories.MAP)
                .containsEntry("name", "Friends of Ann")
                .containsEntry("status", "open");
        assertThat(Pages.signatures(lookUp(UUID.randomUUID() + "@example.org"))).isEmpty();
    }

    @Test
    void aMalformedAddressIsRefusedAndNotRepeated() {
        Api.Answer answer = lookUp("ann.lee(at)example.org");
        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.body()).doesNotContain("ann.lee");
        assertThat(Problems.errors(answer)).containsExactly("email invalid");
        assertThat(Problems.errors(moderator.get("/signatures"))).containsExactly("email required");
    }

    @Test
    void aSignatureIsReadByItsId() {
        Signer ann = inReview("Ann Lee");
        Api.Answer answer = moderator.get("/signatures/" + Admin.id(journey, ann));
        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.header("etag")).isEqualTo("\"1\"");
        assertThat(answer.header("cache-control")).isEqualTo("no-store");
        assertThat(answer.json()).containsEntry("name", "Ann Lee");
    }

    @Test
    void whatIsUnknownOrOfAnotherStatementIsNotFound() {
        Signer ann = inReview("Ann Lee");
        Admin elsewhere = Admin.moderator(Journey.start());
        assertThat(elsewhere.get("/signatures/" + Admin.id(journey, ann)).status())
                .isEqualTo(404);
        for (String id : List.of(NOBODY, "nonsense", "a.b", NOBODY.toUpperCase(Locale.ROOT)))
            assertThat(moderator.get("/signatures/" + id).status()).isEqualTo(404);
        var nowhere = new Admin(journey.api(), "no-such-letter", moderator.token());
        for (String path : List.of("/queue", "/signatures?email=a@example.org", "/signatures/" + NOBODY))
            assertThat(nowhere.get(path).status()).isEqualTo(404);
    }

    @Test
    void everyReadingIsInTheAuditWithoutAnAddressOrName() {
        Signer ann = inReview("Ann Lee");
        String id = Admin.id(journey, ann);
        queue();
        moderator.get("/queue?status=rejected");
        lookUp(ann.email());
        moderator.get("/signatures/" + id);
        moderator.get("/signatures/" + NOBODY);
        List<Map<String, Object>> entries = readings();
        assertThat(entries)
                .extracting(entry -> entry.get("action"), entry -> entry.get("subject"), entry -> entry.get("after"))
                .containsExactly(
                        tuple("read-queue", null, Map.of("status", "in-review", "found", 1)),
                        tuple("read-queue", null, Map.of("status", "rejected", "found", 0)),
                        tuple("look-up", id.split("\\.")[0], Map.of("signatures", 1, "requests", 0)),
                        tuple("read-signature", id, Map.of("signatures", 1)),
                        tuple("read-signature", NOBODY, Map.of("signatures", 0)));
        assertThat(entries).allSatisfy(entry -> assertThat(entry).containsEntry("actor", "local-moderator"));
        assertThat(entries.toString()).doesNotContain("@", "Ann Lee");
    }

    private static Map<String, Object> queue(String status, int total, Map<String, Integer> categories) {
        return Map.of("status", status, "total", total, "categories", categories);
    }

    /** The names of a page and of all that follow. */
    private List<String> following(String page) {
        List<String> names = new ArrayList<>();
        for (Optional<String> next = Optional.of(page); next.isPresent(); ) {
            Api.Answer answer = moderator.get("/" + next.get());
            names.addAll(Pages.names(answer));
            next = Optional.ofNullable((String) answer.json().get("next"));
        }
        return names;
    }

    private Api.Answer queue() {
        return moderator.get("/queue");
    }

    private Api.Answer lookUp(String email) {
        return moderator.get("/signatures?email=" + URLEncoder.encode(email, StandardCharsets.UTF_8));
    }

    private List<Map<String, Object>> readings() {
        return new Audit(journey.backend().env())
                .page(journey.statement(), Optional.empty(), 1_000).written().stream()
                        .map(ReviewQueueTest::json)
                        .filter(entry -> List.of("read-queue", "look-up", "read-signature")
                                .contains(entry.get("action")))
                        .toList();
    }

    private static Map<String, Object> json(Audit.Written written) {
        try {
            return Json.object(written.json());
        } catch (Json.Malformed e) {
            throw new AssertionError(written.json(), e);
        }
    }

    private Signer inReview(String name) {
        Signer signer = scholar(name);
        journey.signAndConfirm(signer);
        return signer;
    }

    private static Signer scholar(String name) {
        return Signer.person(name).with("category", "scholars").with("affiliation", "Queen’s University");
    }
}
