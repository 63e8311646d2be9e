package org.undersigned.journeys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.undersigned.journeys.Problems.errors;
import static org.undersigned.journeys.Problems.isProblem;
import static org.undersigned.journeys.Target.Kind.EMBEDDED;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Names that are made to look like another's wait where a moderator sees why. */
@OnlyOn(value = EMBEDDED, because = "what people type is read in the same way wherever it runs")
class ForgedNamesTest {
    private static final String REVIEWED_GROUPS = "\"affiliation\": \"none\", \"admission\": \"reviewed\"";

    private final Journey journey = Journey.start(Map.of(
            "\"text\"",
            "\"watchList\": [\"Jordan Example\", \"山田太郎\", \"Margaret Atwood\", \"Cher\"], \"text\"",
            "\"affiliation\": \"none\", \"admission\": \"automatic\"",
            REVIEWED_GROUPS));
    private final Admin moderator = Admin.moderator(journey);

    @Test
    void whatShowsAListedNameWaits() {
        List<Signer> forged = new ArrayList<>(Stream.of(
                        "J\u00ADor\u00ADdan\u00AD Ex\u00ADam\u00ADple",
                        "Prof. Jordan Example",
                        "Jordan Example, MP",
                        "Jordan Example (author)",
                        "The real Jordan Example",
                        "Jordan Middle Example",
                        "J o r d a n Example",
                        "Jordan E. Example",
                        "山田 太郎",
                        "Mar\u200Bga\u200Bret At\u200Bwood",
                        "Mar\u00ADga\u00ADret At\u00ADwood",
                        "Mar\u200Ega\u200Eret At\u200Ewood",
                        "Mar\u200Dga\u200Dret At\u200Dwood",
                        "Mar\u2060ga\u2060ret At\u2060wood",
                        "Mar\u2062ga\u2062ret At\u2062wood",
                        "Mar\uDB40\uDC41ga\uDB40\uDC41ret At\uDB40\uDC41wood",
                        "M\u0430rg\u0430ret Atw\u043Eod",
                        "M\u0430rg\u0430r\u0435t Atw\u043Eod",
                        "\u039C\u0391RG\u0391R\u0395\u03A4 \u0391\u03A4W\u039F\u039FD",
                        "M a r g a r e t Atwood",
                        "Mar.ga.ret At.wood",
                        "Dr. Margaret Atwood",
                        "Margaret Eleanor Atwood",
                        "Margaret Atwood, author",
                        "Margaret Atwood CC OOnt",
                        "Ｍａｒｇａｒｅｔ Ａｔｗｏｏｄ",
                        "𝐌𝐚𝐫𝐠𝐚𝐫𝐞𝐭 𝐀𝐭𝐰𝐨𝐨𝐝",
                        "Atwood Margaret",
                        "Márgaret Atwod",
                        "🅼🅰🆁🅶🅰🆁🅴🆃 🅐🅣🅦🅞🅞🅓",
                        "🇲🇦🇷🇬🇦🇷🇪🇹 Atwood",
                        "M4rg4r3t 4tw00d",
                        "M\u2D7Fa\u2D7Fr\u2D7Fg\u2D7Fa\u2D7Fr\u2D7Fet Atwood",
                        "M\u2800a\u2800r\u2800g\u2800a\u2800r\u2800et Atwood",
                        "太郎 山田",
                        "C\u0336 h e r")
                .map(Signer::person)
                .toList());
        forged.add(Signer.person("Atwood").with("honorific", "Margaret"));
        forged.add(Signer.person(".").with("honorific", "Margaret Atwood"));

        forged.forEach(journey::signAndConfirm);

        assertThat(journey.names("people")).isEmpty();
        assertThat(Pages.signatures(moderator.get("/queue?limit=100")))
                .hasSize(forged.size())
                .allSatisfy(
                        waiting -> assertThat(Pages.flags(waiting)).anyMatch(flag -> flag.startsWith("watch-list")));
    }

    @Test
    void aListedNameWaitsWhenItIsImported() {
        journey.publish("people,Margaret Atwood,,,,", "people,Dr. Mar\u00ADgaret Atwood,,,,", "people,Ann Lee,,,,");

        assertThat(journey.names("people")).containsExactly("Ann Lee");
        assertThat(Pages.names(moderator.get("/queue"))).hasSize(2);
    }

    @Test
    void anImportedNameIsClaimedInWhicheverSpelling() {
        journey.publish("people,Rosa Meier,,,,", "people,Ada Lovelace,,,,");

        for (String name : List.of(
                "Dr. Rosa Meier", "Ro\u00ADsa Meier", "Rosa\u00A0Meier", "Ada Love\u200Blace", "\u0410da Lovelace"))
            journey.signAndConfirm(Signer.person(name));

        assertThat(journey.names("people")).containsExactly("Ada Lovelace", "Rosa Meier");
        assertThat(Pages.signatures(moderator.get("/queue")))
                .hasSize(5)
                .allSatisfy(waiting ->
                        assertThat(Pages.flags(waiting)).anyMatch(flag -> flag.startsWith("claims-imported-row")));
    }

    @Test
    void theSamePersonByTwoAddressesIsFoundByModerators() {
        Signer one = Signer.person("Jane Repeat").with("affiliation", "River Club");
        Signer other = Signer.person("Jane Repeat").with("affiliation", "River Club");
        journey.signAndConfirm(one);
        journey.signAndConfirm(other);

        assertThat(journey.names("people")).containsExactly("Jane Repeat", "Jane Repeat");
        for (Signer signer : List.of(one, other))
            assertThat(Pages.flags(
                            moderator.get("/signatures/" + journey.id(signer)).json()))
                    .contains("name-listed Jane Repeat");
    }

    @Test
    void anOrganisationInItsLegalFormsIsFlagged() {
        for (String name : List.of(
                "Friends of Rivers",
                "Friends of Rivers, Inc.",
                "Friends of Rivers e.V.",
                "The Friends of Rivers",
                "Friends of Rivers (Canada)")) journey.signAndConfirm(Signer.organisation(name));

        assertThat(Pages.signatures(moderator.get("/queue")))
                .hasSize(5)
                .allSatisfy(
                        waiting -> assertThat(Pages.flags(waiting)).anyMatch(flag -> flag.startsWith("name-waiting")));
    }

    @Test
    void oneAddressSignsForAnOrganisationOnceHoweverItIsSpelled() {
        Signer watch = Signer.organisation("River Watch");
        journey.signAndConfirm(watch);
        int mails = 2;
        for (String spelling : List.of("River\u00AD Wa\u00ADtch", "Ri\u2060ver Watch", "R\u0456ver Watch")) {
            Signer again = watch.with("name", spelling).with("honorific", "No " + mails);
            assertThat(journey.sign(again, ++mails).subject()).as(spelling).contains("signed already");
        }
        assertThat(journey.items()).hasSize(1);
    }

    @Test
    void theQueueAnswersWithinASecondWhateverIsSigned() {
        Signer office = Signer.organisation("x");
        isProblem(
                journey.api()
                        .trySign(
                                journey.statement(),
                                office.with("name", jamo(5_000)).json()),
                422,
                "name");
        for (int i = 0; i < 16; i++) journey.signAndConfirm(Signer.organisation(jamo(266)));

        assertThat(Pages.signatures(moderator.get("/queue?limit=50"))).hasSize(16);
        Duration best = IntStream.range(0, 3)
                .mapToObj(_ -> time(() -> moderator.get("/queue?limit=50")))
                .min(Duration::compareTo)
                .orElseThrow();
        assertThat(best).isLessThan(Duration.ofSeconds(1));
    }

    @Test
    void aReasonTurnsNoTextRound() {
        Api.Answer answer = moderator.decide(
                Map.of("decision", "reject", "signatures", List.of("x"), "reason", "forged: \u202Eso"));

        assertThat(answer.status()).isEqualTo(422);
        assertThat(errors(answer)).containsExactly("reason forbidden-character");
    }

    @Test
    void noExportHoldsACellThatASpreadsheetRuns() {
        journey.signAndConfirm(Signer.person("Jean Dupont;=cmd|'/C calc'!A0;"));
        journey.signAndConfirm(Signer.person("\u200B=1+1 Sum"));

        String csv = Admin.administrator(journey).export("text/csv", Map.of()).body();

        assertThat(csv).contains("Jean Dupont");
        for (String separator : List.of(",", ";", "\t", "\\|"))
            assertThat(csv.split(separator + "|\r\n"))
                    .noneMatch(cell -> cell.strip().matches("\"?\\s*[=+@＝＋-].*"));
    }

    private static String jamo(int length) {
        return new Random()
                .ints(length, 0x1100, 0x1113)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }

    private static Duration time(Runnable call) {
        long before = System.nanoTime();
        call.run();
        return Duration.ofNanos(System.nanoTime() - before);
    }
}
