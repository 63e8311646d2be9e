package org.undersigned.journeys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.undersigned.journeys.Problems.errors;
import static org.undersigned.journeys.Problems.isProblem;
import static org.undersigned.journeys.Target.Kind.EMBEDDED;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.undersigned.lambda.Json;

/** What people type, from the form to mails and lists: each value is one that people met elsewhere. */
@OnlyOn(value = EMBEDDED, because = "what people type is read in the same way wherever it runs")
class TypedTextTest {
    private final Journey journey = Journey.start();
    private final Backend backend = journey.backend();
    private final Api api = journey.api();
    private final Signer ann = Signer.person("Ann Baker");
    private final String unique =
            "u" + UUID.randomUUID().toString().replace("-", "").substring(0, 16);

    // Addresses

    @ParameterizedTest
    @CsvSource({
        "faß.example, fass.example, xn--fa-hia.example",
        "straße.example, strasse.example, xn--strae-oqa.example"
    })
    void aSharpSIsAnotherDomainAndAnotherSigner(String sharp, String plain, String ascii) {
        journey.signAndConfirm(ann.with("email", unique + "@" + plain));

        journey.sign(Signer.person("Ida Sharp").with("email", unique + "@" + sharp));
        journey.confirm(backend.mail(unique + "@" + ascii, 1));

        assertThat(journey.names("people")).containsExactly("Ann Baker", "Ida Sharp");
        assertThat(backend.mailsTo(unique + "@" + plain)).hasSize(2);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\u200B%s@example.org",
                "\u00A0%s@example.org",
                "%s@example.org\u00A0",
                "\uFEFF%s@example.org",
                "\u202A%s@example.org\u202C",
                "\u2060%s@example.org",
                "%s@example.org\u200B",
                "%s@example.org\u3000",
                "%s＠example.org",
                "mailto:%s@example.org",
                "\"Ann\" <%s@example.org>,",
                "%s@example.org."
            })
    void mailGoesToTheAddressThatIsSeen(String pasted) {
        journey.sign(ann.with("email", pasted.formatted(unique)));

        assertThat(backend.mail(unique + "@example.org", 1).text()).contains("Ann Baker");
    }

    @ParameterizedTest
    @CsvSource({
        "o’brien@example.org, U+2019 RIGHT SINGLE QUOTATION MARK",
        "a44\u200Bb@example.org, U+200B ZERO WIDTH SPACE",
        "an<na@example.org, U+003C LESS-THAN SIGN",
        "'ann@example.org, bob@example.org', one address belongs here"
    })
    void whatCannotStandInAnAddressIsNamed(String email, String character) {
        assertThat(refused(ann.with("email", email), "email invalid")).contains(character);
    }

    @Test
    void anAddressIsReadAlikeInEveryForm() {
        Signer once = ann.with("email", unique + "@example.org");
        String pasted = "\"Ann\" <" + unique + "@Example.org>;";
        journey.signAndConfirm(once);

        journey.sign(Signer.person("Ann Again").with("email", pasted));
        assertThat(backend.mail(once.email(), 3).subject()).contains("signed already");
        api.post(
                "/statements/" + journey.statement() + "/status-mails",
                Json.text(Map.of("email", pasted)),
                "Content-Type",
                "application/json");
        assertThat(backend.mail(once.email(), 4).to()).isEqualTo(once.email());
        assertThat(Pages.names(Admin.moderator(journey)
                        .get("/signatures?email=" + URLEncoder.encode(pasted, StandardCharsets.UTF_8))))
                .containsExactly("Ann Baker");
    }

    @ParameterizedTest
    @CsvSource({
        "%s+1@hotmail.co.uk, %s+2@hotmail.co.uk",
        "%s+1@outlook.fr, %s+2@outlook.fr",
        "%s+1@live.ca, %s+2@live.ca",
        "%s-1@yahoo.com, %s-2@yahoo.com",
        "one@%s.fastmail.com, two@%s.fastmail.com",
        "%s+1@yandex.com, %s+1@ya.ru",
        "%s+1@gmail.com, %s@gmail.com"
    })
    void oneMailboxSignsOnce(String one, String other) {
        journey.signAndConfirm(ann.with("email", one.formatted(unique)));

        var mail = journey.sign(Signer.person("Ann Again").with("email", other.formatted(unique)), 1);

        assertThat(mail.subject()).contains("signed already");
        assertThat(journey.names("people")).containsExactly("Ann Baker");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a-b-c%s@ex-am-ple.org",
                "o'brien%s@example.org",
                "{x}15%s@example.org",
                "a/b=16%s@example.org",
                "-dash%s@example.org",
                "&amp18%s@example.org",
                "!#$%%&'*+-/=?^_`{|}~%s@example.org",
                "%s@a123456789a123456789a123456789a123456789a123456789a123456789abc.org"
            })
    void oddAddressesAreGood(String odd) {
        Signer signer = ann.with("email", odd.formatted(unique));

        assertThat(journey.sign(signer, 1).to()).isEqualTo(signer.email());
    }

    @Test
    void aPlusThatIsNotEncodedIsNotTakenForNobody() {
        Signer tagged = ann.with("email", unique + "+tag@example.org");
        journey.signAndConfirm(tagged);
        Admin moderator = Admin.moderator(journey);

        Api.Answer unencoded = moderator.get("/signatures?email=" + unique + "+tag@example.org");
        assertThat(unencoded.status()).isEqualTo(400);
        assertThat(errors(unencoded)).containsExactly("email invalid");
        assertThat(Pages.names(moderator.get("/signatures?email=" + unique + "%2Btag@example.org")))
                .containsExactly("Ann Baker");
        assertThat(Pages.names(moderator.get("/signatures?email=" + unique + "%252Btag@example.org")))
                .isEmpty();
    }

    // Names

    @Test
    void whatIsNotSeenAtTheEndsIsNoPartOfAName() {
        for (String typed : List.of("Ada\u00A0", "\u200BBob Early", "Carla Dunn\u200F"))
            journey.signAndConfirm(Signer.person(typed));
        journey.publish("groups,River Club\u00A0,,,,");
        journey.signAndConfirm(ann);
        assertThat(Admin.moderator(journey)
                        .correct(journey.id(ann), Map.of("name", "Marge Carney\u00A0", "reason", "x"))
                        .json())
                .containsEntry("name", "Marge Carney");

        assertThat(journey.names("people")).containsExactly("Ada", "Marge Carney", "Carla Dunn", "Bob Early");
        assertThat(journey.names("groups")).containsExactly("River Club");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"Ann Line\u2028Public list: Not listed, only counted", "Hal\u2029Iver", "\uE000", "\uDB43\uDFFF"
            })
    void whatIsNoCharacterOfANameIsRefused(String name) {
        refused(ann.with("name", name), "name forbidden-character");
    }

    @Test
    void towersOfMarksAndChainsAreTooLong() {
        refused(ann.with("name", "Z" + "\u0336".repeat(5_000)), "name too-long");
        refused(ann.with("name", "👩" + "\u200D👩".repeat(700)), "name too-long");
        for (String name : List.of("e\u0323\u0302", "नरेन्द्र", "👨‍👩‍👧‍👦 Family"))
            journey.sign(ann.with("name", name));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "jane.doe@example.org",
                "Jane Doe jane@example.org",
                "Claim 500 USD at bit.ly/3xYz",
                "evil。example/free",
                "hxxps：//evil.example",
                "Win an iPhone - reply to promo@evil.example",
                "ACTION REQUIRED your mailbox is full - sign in at login-evil.example/verify now",
                "IT, login-evil.example/x",
                "bit.ly/3abcde",
                "https:evil.example",
                "https:\\\\evil.example",
                "ｗｗｗ.evil.example",
                "www．evil.example",
                "www。evil.example",
                "https:／／evil.example",
                "mailto:promo",
                "tel:+19005550100",
                "javascript:alert(1)",
                "write to boss@evil.example",
                "evil‧example/free",
                "evil (dot) example",
                "https[:]//evil.example",
                "[2001:db8::1]:80"
            })
    void nothingThatLeadsElsewhereIsMailedOrListed(String text) {
        refused(ann.with("name", text), "name link");
        refused(ann.with("honorific", text), "honorific link");
        refused(ann.with("affiliation", text), "affiliation link");
        refused(
                Signer.organisation("Bakers").with("contact", Map.of("name", text, "role", text)),
                "contact.name link",
                "contact.role link");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "@Home Foundation",
                "Bob @ River Club",
                "350.org",
                "Change.org",
                "St. John",
                "J.R.R. Tolk",
                "A/B Smith",
                "J. Smith",
                "O. d'Or",
                "Null",
                "N. N.",
                "Dr.med./Dr.phil. Weber",
                "മോഹന്\u200Dലാല്\u200D",
                "🏴\uDB40\uDC67\uDB40\uDC62\uDB40\uDC73\uDB40\uDC63\uDB40\uDC74\uDB40\uDC7F"
            })
    void whatOnlyLooksLikeALinkIsListedAsTyped(String name) {
        journey.signAndConfirm(ann.with("name", name));

        assertThat(journey.names("people")).containsExactly(name);
    }

    @Test
    void noSubjectHoldsTheNameOfAnOrganisation() {
        var mail = journey.sign(Signer.organisation("ACTION REQUIRED mailbox full"), 1);

        assertThat(mail.subject()).doesNotContain("ACTION");
        assertThat(mail.text()).containsOnlyOnce("ACTION REQUIRED mailbox full");
    }

    // Order and search

    @Test
    void namesStandWhereReadersLook() {
        journey.publish(
                "people,Łukasz Łoś,,,,",
                "people,Knut Ødegaard,,,,",
                "people,Olga Đurić,,,,",
                "people,Eva Þórsdóttir,,,,",
                "people,Ib Æbelø,,,,",
                "people,Mia Œuvray,,,,",
                "people,Hans Straße,,,,",
                "people,Ann Lima,,,,",
                "people,Ana Oakley,,,,",
                "people,Ina Zz,,,,",
                "people,Eve\u00A0Zimmer,,,,",
                "people,Jo Early,,,,",
                "people,Al Gray,,,,",
                "people,\"Jane Doe, PhD\",,,,",
                "people,\"Amy Zed, M.D.\",,,,",
                "people,John Smith Jr.,,,,",
                "people,Martin King III,,,,",
                "people,\"Ann Lee, Minister for Water\",,,,",
                "people,\"Smith-Jones, A.\",,,,",
                "people,Tom No\u00ADack,,,,",
                "people,Bo Noaa,,,,");

        assertThat(journey.names("people"))
                .containsExactly(
                        "Ib Æbelø",
                        "Jane Doe, PhD",
                        "Olga Đurić",
                        "Jo Early",
                        "Al Gray",
                        "Martin King III",
                        "Ann Lee, Minister for Water",
                        "Ann Lima",
                        "Łukasz Łoś",
                        "Bo Noaa",
                        "Tom Noack",
                        "Ana Oakley",
                        "Knut Ødegaard",
                        "Mia Œuvray",
                        "John Smith Jr.",
                        "Smith-Jones, A.",
                        "Hans Straße",
                        "Eva Þórsdóttir",
                        "Amy Zed, M.D.",
                        "Eve\u00A0Zimmer",
                        "Ina Zz");
        assertThat(found("L")).containsExactly("Ann Lee, Minister for Water", "Ann Lima", "Łukasz Łoś");
        assertThat(found("O")).containsExactly("Ana Oakley", "Knut Ødegaard", "Mia Œuvray", "Olga Đurić");
        assertThat(found("Str")).containsExactly("Hans Straße");
        assertThat(found("Strasse")).containsExactly("Hans Straße");
        assertThat(found("Doe")).containsExactly("Jane Doe, PhD");
        assertThat(found("Smith")).containsExactly("John Smith Jr.", "Smith-Jones, A.");
        assertThat(found("Zim")).containsExactly("Eve\u00A0Zimmer");
        assertThat(found("Noack")).containsExactly("Tom Noack");
        assertThat(found("\u200B Zim\u00A0")).containsExactly("Eve\u00A0Zimmer");
        assertThat(found("\u00A0\u200B")).hasSize(21);
    }

    @Test
    void aSharpSAndTwoLettersAreOneImportedRow() {
        journey.publish("people,Eva Strauß,,,,");

        assertThat(Admin.administrator(journey)
                        .importing("journey", "category,name\npeople,Eva Strauss\n")
                        .json())
                .containsEntry("imported", 0)
                .containsEntry("unchanged", 1);
    }

    // Languages and bodies

    @ParameterizedTest
    @CsvSource({
        "FR, fr, Lettre ouverte",
        "fr-CA, fr, Lettre ouverte",
        "zh-hant, zh-Hant, 公開信",
        "zh-TW, zh-Hant, 公開信",
        "zh-Hant-HK, zh-Hant, 公開信"
    })
    void aLanguageIsFoundInWhicheverSpelling(String wished, String language, String title) {
        assertThat(api.get("/statements/" + journey.statement() + "?language=" + wished)
                        .json())
                .containsEntry("language", language);
        assertThat(journey.sign(ann.with("language", wished), 1).subject()).contains(title);
    }

    @Test
    void aFormMayBeginWithAByteOrderMark() {
        assertThat(api.trySign(journey.statement(), "\uFEFF" + ann.json()).status())
                .isEqualTo(202);
    }

    private List<String> found(String beginning) {
        return Journey.names(api.get(
                journey.listPath("people") + "?startsWith=" + URLEncoder.encode(beginning, StandardCharsets.UTF_8)));
    }

    private String refused(Signer signer, String... errors) {
        Api.Answer answer = api.trySign(journey.statement(), signer.json());
        isProblem(answer, 422);
        assertThat(errors(answer)).containsExactlyInAnyOrder(errors);
        return answer.body();
    }
}
