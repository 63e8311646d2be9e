package org.undersigned.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.undersigned.domain.AuditEntry;
import org.undersigned.domain.SignatureId;
import org.undersigned.local.VerifyAudit;
import org.undersigned.sealaudit.SealAudit;
import org.undersigned.tables.Audit;

class AuditTest {
    private static final int MOST = 1_000;
    private static final Instant NOON = Instant.parse("2020-11-23T12:00:00Z");

    private final Journey journey = Journey.start();
    private final Admin moderator = Admin.moderator(journey);

    @TempDir
    private Path folder;

    @Test
    void whatIsDoneIsToldInItsOrder() {
        Signer ann = Signer.person("Ann Lee");
        journey.signAndConfirm(ann);
        String id = Admin.id(journey, ann);
        moderator.correct(id, Map.of("name", "Anna Lee", "reason", "a slip of the pen"));
        moderator.decide("reinstate", id);
        assertThat(entries(moderator.get("/audit")))
                .extracting(entry -> entry.get("action"))
                .containsExactly("put-statement", "correct", "reinstate");
        assertThat(entries(moderator.get("/audit")).get(1))
                .containsEntry("actor", "local-moderator")
                .containsEntry("subject", id)
                .containsEntry("reason", "other")
                .containsEntry("before", Map.of("version", 1, "name", digest(id, "Ann Lee")))
                .containsEntry("after", Map.of("version", 2, "name", digest(id, "Anna Lee")));
    }

    @Test
    void theHistoryOfASignatureHasTheWordsThatTheAuditMustNotHold() {
        Signer ann = Signer.person("Ann Lee");
        journey.signAndConfirm(ann);
        String id = Admin.id(journey, ann);
        moderator.correct(id, Map.of("name", "Anna Lee", "reason", "duplicate: of 1 Main Street"));
        moderator.decide("reinstate", id);
        Api.Answer answer = moderator.get("/audit?signature=" + id);
        assertThat(entries(answer)).extracting(entry -> entry.get("action")).containsExactly("correct", "reinstate");
        String entry = (String) entries(answer).getFirst().get("id");
        assertThat(((Map<?, ?>) answer.json().get("notes")).get(entry))
                .isEqualTo(Map.of("reason", "duplicate: of 1 Main Street", "earlier", Map.of("name", "Ann Lee")));
        assertThat(moderator.audited().toString()).doesNotContain("Ann", "Main Street");
        assertThat(moderator.audited())
                .last()
                .satisfies(last ->
                        assertThat(last).containsEntry("action", "read-history").containsEntry("subject", id));
        assertThat(moderator.get("/audit?signature=nobody").status()).isEqualTo(400);
        Admin elsewhere = Admin.moderator(Journey.start());
        assertThat(elsewhere.get("/audit?signature=" + id).json())
                .containsEntry("entries", List.of())
                .containsEntry("notes", Map.of());
    }

    private String digest(String id, String name) {
        return journey.backend().hash().digest(SignatureId.read(id).orElseThrow(), "name", name);
    }

    @Test
    void pagesHoldEachEntryOnceWhileOthersAreWritten() {
        enter(25);
        List<String> read = new ArrayList<>();
        String path = "/audit?limit=7";
        for (int page = 0; path != null; page++) {
            Api.Answer answer = moderator.get(path);
            entries(answer).forEach(entry -> read.add((String) entry.get("id")));
            if (page == 1) enter(3, 25);
            String next = (String) answer.json().get("next");
            path = next == null ? null : "/" + next;
        }
        assertThat(read).doesNotHaveDuplicates().hasSize(28 + 1);
    }

    @Test
    void aLimitOrACursorThatIsNoneIsRefused() {
        for (String query : List.of("limit=0", "limit=501", "limit=x", "after=%00", "after=able%20%20ann"))
            assertThat(moderator.get("/audit?" + query).status()).as(query).isEqualTo(400);
        assertThat(new Admin(journey.api(), "nowhere", moderator.token())
                        .get("/audit")
                        .status())
                .isEqualTo(404);
    }

    @Test
    void aSealCoversWhatIsSettledAndFollowsTheOneBefore() throws IOException {
        enter(5);
        assertThat(seal(NOON.plusSeconds(240))).isZero();
        assertThat(seal(NOON.plus(Duration.ofHours(1)))).isEqualTo(1);
        assertThat(seal(NOON.plus(Duration.ofHours(2)))).isZero();
        enter(3, 4000);
        assertThat(seal(NOON.plus(Duration.ofHours(3)))).isEqualTo(1);
        assertThat(verify(download())).startsWith("intact: 8 entries under 2 seals, 1 not sealed; the newest seal is ");
    }

    @Test
    void aLongAuditIsSealedInSeveralSteps() throws IOException {
        enter(10);
        var audit = new Audit(journey.backend().env());
        var inSteps = new SealAudit(audit, Clock.fixed(NOON.plusSeconds(3600), ZoneOffset.UTC), 3);
        assertThat(inSteps.seal(journey.statement(), "request")).isEqualTo(4);
        assertThat(verify(download()))
                .startsWith("intact: 10 entries under 4 seals, 1 not sealed; the newest seal is ");
    }

    @Test
    void twoWhoSealAtOnceMakeNoFork() throws IOException {
        enter(20);
        AtOnce.times(4, i -> seal(NOON.plusSeconds(3600 + i)));
        assertThat(verify(download()))
                .startsWith("intact: 20 entries under 1 seals, 1 not sealed; the newest seal is ");
    }

    @Test
    void whoeverChangesRemovesOrAddsAnEntryIsFound() throws IOException {
        enter(5);
        seal(NOON.plusSeconds(3600));
        enter(2, 4000);
        seal(NOON.plusSeconds(9000));
        String whole = download();
        assertThat(verify(whole)).startsWith("intact");
        String entry = firstOf(whole, "{\"action\":\"approve\"");
        assertThat(verify(whole.replace(entry, entry.replace("\"actor\":\"ann\"", "\"actor\":\"eve\""))))
                .startsWith("broken at seal 1");
        assertThat(verify(whole.replace(entry + ",", ""))).startsWith("broken at seal 1");
        assertThat(verify(whole.replace(entry, entry + "," + entry.replace("request.0", "request.00"))))
                .startsWith("broken at seal 1");
        assertThat(verify(whole.replace(entry, entry + "," + entry.replace("ann", "eve"))))
                .startsWith("broken: the entry 2020-11-23T11:50:00.000000Z#request.0 is there twice");
        assertThat(verify(whole.replace("T11:50:02Z", "@")
                        .replace("T11:50:03Z", "T11:50:02Z")
                        .replace("@", "T11:50:03Z")))
                .startsWith("broken at seal 1: 5 entries after the beginning up to 2020-11-23T11:50:04.000000Z");
        String seal = firstOf(whole, "{\"action\":\"seal\"");
        assertThat(verify(whole.replace(seal + ",", ""))).startsWith("broken at seal 1");
        assertThat(verify(whole.replace(seal, seal.replace("\"entries\":5", "\"entries\":4"))))
                .startsWith("broken at seal 1");
    }

    @Test
    void aPageThatIsMissingIsFound() throws IOException {
        enter(12);
        seal(NOON.plusSeconds(3600));
        List<String> pages = pages();
        assertThat(pages).hasSizeGreaterThan(3);
        for (int missing = 0; missing < 3; missing++) {
            List<String> others = new ArrayList<>(pages);
            others.remove(missing);
            assertThat(verify(String.join("", others))).startsWith("broken at seal 1");
        }
        assertThat(verify(String.join("", pages.subList(0, pages.size() - 1))))
                .startsWith("no download: the pages after these are missing");
    }

    @Test
    void pagesMayLieInSeveralFilesAndOverlap() throws IOException {
        enter(12);
        seal(NOON.plusSeconds(3600));
        List<Path> files = new ArrayList<>();
        for (String page : pages().reversed())
            files.add(Files.writeString(folder.resolve("page-" + files.size()), page));
        files.add(files.getFirst());
        assertThat(VerifyAudit.verdict(files)).startsWith("intact: 12 entries under 1 seals, 1 not sealed");
    }

    @Test
    void whatIsNoDownloadIsSaidToBeNone() throws IOException {
        assertThat(verify("nonsense")).startsWith("no download");
        assertThat(verify("{\"signatures\": []}")).startsWith("no download");
        assertThat(verify("{\"entries\": [{\"action\": \"seal\"}]}")).startsWith("no download");
        assertThat(VerifyAudit.verdict(List.of(folder.resolve("nowhere.json"))))
                .startsWith("no download")
                .contains("nowhere.json");
    }

    private int seal(Instant at) {
        return new SealAudit(new Audit(journey.backend().env()), Clock.fixed(at, ZoneOffset.UTC), MOST)
                .seal(journey.statement(), "request");
    }

    private void enter(int number) {
        enter(number, 0);
    }

    /** Entries from some seconds after noon on, one each second. */
    private void enter(int number, int seconds) {
        IntStream.range(seconds, seconds + number)
                .forEach(i -> new Audit(journey.backend().env())
                        .append(
                                journey.statement(),
                                new AuditEntry(
                                        NOON.minusSeconds(600).plusSeconds(i),
                                        "request." + i,
                                        "ann",
                                        "moderator",
                                        "approve",
                                        Optional.of("a signature"),
                                        Optional.of("“quoted”\nand\tmore"),
                                        "request",
                                        Optional.of(Map.of("status", "in-review", "version", 1)),
                                        Optional.of(Map.of("status", "published", "version", 2)))));
    }

    /** All pages, one after the other, as curl appends them to a file. */
    private String download() {
        return String.join("", pages());
    }

    private List<String> pages() {
        List<String> pages = new ArrayList<>();
        String path = "/audit?limit=4";
        while (path != null) {
            Api.Answer answer = moderator.get(path);
            pages.add(answer.body());
            String next = (String) answer.json().get("next");
            path = next == null ? null : "/" + next;
        }
        return pages;
    }

    private static String firstOf(String json, String beginning) {
        int start = json.indexOf(beginning);
        assertThat(start).isNotNegative();
        int depth = 0;
        for (int i = start; ; i++) {
            if (json.charAt(i) == '{') depth++;
            if (json.charAt(i) == '}' && --depth == 0) return json.substring(start, i + 1);
        }
    }

    private String verify(String download) throws IOException {
        Path file = Files.writeString(folder.resolve("audit.json"), download);
        return VerifyAudit.verdict(List.of(file));
    }

    @SuppressWarnings("unchecked")
    private static List<Map<String, Object>> entries(Api.Answer answer) {
        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        return (List<Map<String, Object>>) answer.json().get("entries");
    }
}
