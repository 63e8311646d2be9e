package org.undersigned.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.FilePayload;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.undersigned.domain.EmailCount;
import org.undersigned.lambda.Json;

/** The moderators' page calls the API from another origin. */
@NeedsChromium
@Tag("long")
class ModeratingTest {
    private final Site site = Site.get();
    private final String letter = site.define(Rivers.inState("open"));

    @Test
    void theTokenIsInMemoryAlone() {
        try (var ann = Moderator.signedIn(site, "ann", "Administrator")) {
            ann.sees("My statements").sees("ann").findsItGood().takesPicture("statements");
            assertThat(ann.page().evaluate("JSON.stringify([{...localStorage}, {...sessionStorage}, document.cookie])"))
                    .isEqualTo("[{},{},\"\"]");
            assertThat(ann.visitor().asked()).allSatisfy(url -> assertThat(url).doesNotContain("eyJ"));
            ann.page().reload();
            ann.sees("For those who look after").findsItGood();
        }
    }

    @Test
    void whoCancelsSigningInIsToldAndMayTryAgain() {
        try (var ann = Moderator.arrives(site, new Browser.NewContextOptions())) {
            ann.cancelsSigningIn().sees("You were not signed in");
            ann.signsIn("ann", "Moderator").sees("My statements");
        }
    }

    /** The issuer on one host, where people sign in on another; its access token names nobody, its ID token does. */
    @Test
    void peopleOfAnAmazonCognitoUserPoolSignInAndOut() {
        String pool = "https://cognito-idp.ca-central-1.amazonaws.com/ca-central-1_AbCdEfGhI";
        String domain = "https://undersigned-0a1b2c3d4e5f.auth.ca-central-1.amazoncognito.com";
        String here = site.moderatorsUrl().replaceFirst("[^/]*$", "");
        try (var context = site.browser().newContext();
                var page = context.newPage()) {
            context.route(
                    "**/moderate/config.js",
                    route -> answer(route, "text/javascript", """
                        export const api = "%s", issuer = "%s", clientId = "1example23456789", scope = "openid email",
                          token = "access_token", rolesClaim = "cognito:groups";
                        """.formatted(site.url(), pool)));
            context.route(
                    pool + "/.well-known/openid-configuration",
                    route -> answer(route, "application/json", """
                        {"issuer": "%1$s", "authorization_endpoint": "%2$s/oauth2/authorize", "token_endpoint": "%2$s/oauth2/token",
                         "end_session_endpoint": "%2$s/logout"}
                        """.formatted(pool, domain)));
            String[] nonce = {""};
            context.route(domain + "/oauth2/authorize?*", route -> {
                Map<String, String> asked = query(route.request().url());
                nonce[0] = asked.get("nonce");
                assertThat(asked).containsEntry("redirect_uri", here + "signed-in.html");
                String back = asked.get("redirect_uri") + "?code=a-code&state=" + asked.get("state");
                answer(route, "text/html", "<meta http-equiv=refresh content='0;url=" + back + "'>");
            });
            context.route(
                    domain + "/oauth2/token",
                    route -> answer(
                            route,
                            "application/json",
                            Json.text(Map.of(
                                    "access_token",
                                            token(Map.of(
                                                    "sub",
                                                    "aaaa-bbbb",
                                                    "exp",
                                                    99_999_999_999L,
                                                    "cognito:groups",
                                                    List.of("administrator"))),
                                    "id_token",
                                            token(Map.of(
                                                    "sub",
                                                    "aaaa-bbbb",
                                                    "email",
                                                    "ann@example.org",
                                                    "nonce",
                                                    nonce[0]))))));
            context.route(
                    site.url() + "/admin/statements",
                    route -> answer(route, "application/json", "{\"statements\": []}"));
            context.route(domain + "/logout?*", route -> answer(route, "text/html", "<h1>Out</h1>"));
            page.navigate(here);
            page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Sign in"))
                    .click();
            page.getByText("ann@example.org").waitFor();
            assertThat(page.locator("header .who").innerText()).contains("administrator");
            assertThat(page.locator("meta[http-equiv=Content-Security-Policy]")
                            .last()
                            .getAttribute("content"))
                    .isEqualTo("connect-src 'self' %s https://cognito-idp.ca-central-1.amazonaws.com %s"
                            .formatted(site.url(), domain));
            page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Sign out"))
                    .click();
            page.getByText("Out").waitFor();
            assertThat(query(page.url()))
                    .containsEntry("client_id", "1example23456789")
                    .containsEntry("logout_uri", here);
        }
    }

    private static void answer(Route route, String type, String body) {
        route.fulfill(new Route.FulfillOptions()
                .setContentType(type)
                .setHeaders(
                        Map.of("Access-Control-Allow-Origin", "*", "Access-Control-Allow-Headers", "*, Authorization"))
                .setBody(body));
    }

    /** As a page reads it: nobody verifies its signature. */
    private static String token(Map<String, Object> claims) {
        var base64 = Base64.getUrlEncoder().withoutPadding();
        return "e30." + base64.encodeToString(Json.text(claims).getBytes(StandardCharsets.UTF_8)) + ".e30";
    }

    private static Map<String, String> query(String url) {
        return Stream.of(URI.create(url).getRawQuery().split("&"))
                .map(field -> field.split("=", 2))
                .collect(Collectors.toMap(
                        field -> field[0], field -> URLDecoder.decode(field[1], StandardCharsets.UTF_8)));
    }

    @Test
    void anOrganisationIsApprovedAndThenListed() {
        waiting("River Watch");
        try (var ann = Moderator.signedIn(site, "ann", "Moderator").opens(letter, "waiting")) {
            assertThat(ann.row("River Watch").innerText())
                    .contains("Organisations", "writes from", "signed for by Joan");
            ann.findsItGood().takesPicture("queue");
            ann.presses("Approve: River Watch")
                    .sees("River Watch: approved. Sent in 8 seconds.")
                    .findsItGood();
            ann.opens(letter, "find").page().getByLabel("Name or email").fill("river w");
            ann.presses("Find").sees("1 found");
            assertThat(ann.row("River Watch").innerText()).contains("published");
            ann.findsItGood();
        }
    }

    @Test
    void aRejectionIsUndoneByAKeyBeforeAnythingIsSent() {
        waiting("Hoax Club");
        try (var ann = Moderator.signedIn(site, "ann", "Moderator").opens(letter, "waiting")) {
            ann.row("Hoax Club").waitFor();
            Page page = ann.page();
            page.locator("h1").focus();
            page.locator(".rows > li").first().focus();
            page.keyboard().press("r");
            ann.dialog().getByLabel("Reason").selectOption("not-genuine");
            ann.dialog().getByLabel("Note").fill("nobody knows them");
            ann.sees("The signer is not told").findsItGood().takesPicture("reject");
            ann.presses("Reject").sees("Hoax Club: rejected.");
            assertThat(ann.row("Hoax Club").count()).isZero();
            page.keyboard().press("u");
            ann.sees("Undone. Nothing was sent.");
            assertThat(ann.row("Hoax Club").count()).isOne();
            assertThat(ann.visitor().asked()).noneMatch(url -> url.endsWith("/decisions"));
        }
    }

    @Test
    void whatAColleagueHasDoneMeanwhileIsSaidInWords() {
        waiting("Two Minds");
        try (var ann = Moderator.signedIn(site, "ann", "Moderator").opens(letter, "waiting");
                var bob = Moderator.signedIn(site, "bob", "Moderator").opens(letter, "waiting")) {
            ann.row("Two Minds").waitFor();
            bob.row("Two Minds").waitFor();
            ann.presses("Approve: Two Minds").opens(letter, "rejected").sees("Nothing was rejected.");
            bob.presses("Reject …: Two Minds").presses("Reject");
            bob.sees("Two Minds: not done. A colleague or the signer changed it meanwhile; it is published now.");
            bob.findsItGood();
        }
    }

    @Test
    void whoSignsOutRightAfterADecisionIsToldThatItWasNotDone() {
        waiting("Late Harbour");
        try (var ann = Moderator.signedIn(site, "ann", "Moderator").opens(letter, "waiting");
                var bob = Moderator.signedIn(site, "bob", "Moderator").opens(letter, "waiting")) {
            ann.row("Late Harbour").waitFor();
            bob.row("Late Harbour").waitFor();
            ann.presses("Approve: Late Harbour").opens(letter, "rejected").sees("Nothing was rejected.");
            bob.presses("Reject …: Late Harbour").presses("Reject").presses("Sign out");
            bob.sees("Before you go").sees("Late Harbour: not done.").findsItGood();
            bob.presses("Sign out").sees("For those who look after");
            ann.presses("Sign out").sees("For those who look after");
        }
    }

    @Test
    void anExpiredTokenIsAskedForAgainAndABulkGoesOn() {
        waiting("First Club");
        waiting("Second Club");
        try (var ann = Moderator.signedIn(site, "ann", "Moderator").opens(letter, "waiting")) {
            ann.row("Second Club").waitFor();
            boolean[] refused = {false};
            ann.visitor().context().route("**/decisions", route -> {
                if (refused[0] || route.request().method().equals("OPTIONS")) {
                    route.resume();
                    return;
                }
                refused[0] = true;
                route.fulfill(new Route.FulfillOptions()
                        .setStatus(401)
                        .setHeaders(Map.of("Access-Control-Allow-Origin", "*")));
            });
            ann.page().getByLabel("Pick all shown").check();
            ann.presses("Approve picked").sees("2 signatures: approved");
            ann.sees("Your sign-in has expired").findsItGood();
            ann.signsIn("ann", "Moderator").sees("Done: 2.");
        }
    }

    @Test
    void aFailingApiIsSaidInWordsAndNothingIsLost() {
        waiting("Patient Club");
        try (var ann = Moderator.signedIn(site, "ann", "Moderator").opens(letter, "waiting")) {
            ann.row("Patient Club").waitFor();
            ann.visitor().context().route("**/decisions", Route::abort);
            ann.presses("Approve: Patient Club").sees("No answer. Check the connection");
            assertThat(ann.row("Patient Club").count()).isOne();
            ann.findsItGood();
        }
    }

    @Test
    void aNameIsErasedOnlyWhenItIsTyped() {
        site.publish(letter, List.of("people,Eve <b>Bold</b> Adams,,,,"));
        try (var ann = Moderator.signedIn(site, "ann", "Administrator").opens(letter, "find")) {
            ann.page().getByLabel("Name or email").fill("Eve");
            ann.presses("Find").presses("Details: Eve <b>Bold</b> Adams");
            ann.dialog().locator("summary").first().waitFor();
            ann.findsItGood().takesPicture("signature");
            ann.dialog()
                    .getByText("Erase", new Locator.GetByTextOptions().setExact(true))
                    .click();
            ann.dialog().getByLabel("Type the name").fill("Eve");
            ann.presses("Erase for ever").sees("That is not the name.");
            ann.dialog().getByLabel("Type the name").fill("Eve <b>Bold</b> Adams");
            ann.presses("Erase for ever").sees("It is not there any more.");
        }
    }

    @Test
    void theAuditIsReadAndFiltered() {
        try (var ann = Moderator.signedIn(site, "ann", "Moderator").opens(letter, "audit")) {
            ann.sees("put-statement").findsItGood().takesPicture("audit");
            ann.page().getByLabel("Show only lines with").fill("nothing of the kind");
            assertThat(ann.page().locator("tbody tr:visible").count()).isZero();
        }
    }

    @Test
    void whatIsPublishedIsSavedAsOneFile() throws Exception {
        site.publish(letter, List.of("people,Ada Lovelace,,,,", "people,Grace Hopper,,,,"));
        try (var ann = Moderator.signedIn(site, "ann", "Administrator").opens(letter, "export")) {
            ann.findsItGood().presses("Make the file").sees("(2)");
            var file = ann.page()
                    .waitForDownload(() -> ann.page().locator("a[download]").click());
            assertThat(new String(file.createReadStream().readAllBytes(), StandardCharsets.UTF_8))
                    .startsWith("\uFEFFcategory,name")
                    .contains("Ada Lovelace", "Grace Hopper");
        }
    }

    @Test
    void aSpreadsheetIsImportedButForTwoBadRows() {
        String csv = "Section;Full name;Date;Listed\r\nIndividuals;Jörg Weiß;2026-01-02;TRUE\r\nPEOPLE;;;\r\n"
                + "Individuals;\"Ann \"\"A\"\" Lee\";yesterday;\r\nOthers;Left Out;;\rIndividuals;Roya;;FALSE\r";
        try (var ann = Moderator.signedIn(site, "ann", "Administrator").opens(letter, "import")) {
            chooses(ann, csv.getBytes(Charset.forName("windows-1252")));
            ann.sees("5 rows; separated by semicolons; Windows-1252.")
                    .findsItGood()
                    .takesPicture("import");
            ann.presses("Preview").sees("2 would be added, 0 are there already, 2 cannot be taken.");
            assertThat(ann.page().locator(".wrong > li").allInnerTexts())
                    .satisfiesExactly(
                            line -> assertThat(line).contains("Line 3", "Name must"),
                            line -> assertThat(line).contains("Line 4", "Ann \"A\" Lee", "yesterday", "Signed on"));
            ann.findsItGood().takesPicture("import-preview").presses("Import 2").sees("2 added, 0 were there already");
            ann.presses("Preview").sees("0 would be added, 2 are there already, 2 cannot be taken.");
            ann.opens(letter, "find").page().getByLabel("Name or email").fill("jorg");
            ann.presses("Find").sees("Jörg Weiß");
            assertThat(site.lists(letter, "people", "Roya")).isFalse();
        }
    }

    @Test
    void aModeratorIsToldThatAdministratorsImport() {
        try (var bob = Moderator.signedIn(site, "bob", "Moderator").opens(letter, "import")) {
            bob.sees("Only administrators may do this").findsItGood();
        }
    }

    @Test
    void aStatementIsPausedAndItsTextChangedInTwoSteps() {
        site.publish(letter, List.of("people,Ada Lovelace,,,,"));
        try (var ann = Moderator.signedIn(site, "ann", "Administrator").opens(letter, "statement")) {
            ann.findsItGood()
                    .takesPicture("statement-editor")
                    .presses("See what would change")
                    .sees("Nothing would change.");
            ann.presses("Pause it …").sees("What would change");
            ann.page().locator("fieldset[lang=en] textarea").fill("We ask for <b>all</b> rivers.");
            ann.presses("See what would change").sees("1 signed it as it stands");
            assertThat(ann.page().locator("dl").innerText()).contains("state", "paused", "<b>all</b>");
            ann.findsItGood()
                    .takesPicture("statement")
                    .presses("Save these changes")
                    .sees("Saved.");
            assertThat(exactly(ann, "State").inputValue()).isEqualTo("paused");
        }
    }

    @Test
    void aTextIsShownAsItWillLookBeforeItIsSaved() {
        site.publish(letter, List.of("people,Ada Lovelace,,,,", "people,Grace Hopper,,,,"));
        try (var ann = Moderator.signedIn(site, "ann", "Administrator").opens(letter, "statement")) {
            ann.page()
                    .locator("fieldset[lang=en] textarea")
                    .fill("We ask for **all** rivers.\n\n1. One\n2. <img src=x>");
            ann.page().locator("fieldset[lang=fr] textarea").fill("Nous demandons *toutes* les rivières.");
            ann.presses("See what would change").sees("2 signed it as it stands");
            var preview = ann.page().locator(".preview article");
            assertThat(preview.locator("strong").innerText()).isEqualTo("all");
            assertThat(preview.locator("ol li").allInnerTexts()).containsExactly("One", "<img src=x>");
            assertThat(preview.locator("em").innerText()).isEqualTo("toutes");
            assertThat(ann.page().locator("dl ins").allInnerTexts()).anyMatch(added -> added.contains("toutes"));
            ann.findsItGood().takesPicture("statement-preview");
        }
    }

    @Test
    void everyFieldOfADefinitionIsEdited() {
        try (var ann = Moderator.signedIn(site, "ann", "Administrator").opens(letter, "statement")) {
            Map.of(
                            "Goal", "10,000",
                            "Tell other systems at", "100, 1000",
                            "Days that addresses are kept", "90",
                            "Organiser", "River Club",
                            "Organiser's email address", "us@rivers.example",
                            "Privacy notice", "https://rivers.example/privacy",
                            "Watch-list", "Jane Doe\nJohn Doe",
                            "Closes (your time)", "2030-12-31T12:00")
                    .forEach((label, value) -> exactly(ann, label).fill(value));
            exactly(ann, "Neutral subjects").selectOption("true");
            exactly(ann, "Tell rejected signers by email").selectOption("true");
            for (String language : List.of("en", "fr", "zh-Hant", "ar")) {
                var column = ann.page().locator("fieldset[lang=" + language + "]");
                column.getByLabel("Short title").fill("Rivers " + language);
                column.getByLabel("Web page").fill("https://rivers.example/" + language);
            }
            ann.page()
                    .locator("summary", new Page.LocatorOptions().setHasText("Supporters"))
                    .click();
            var supporters = ann.page().locator("details[open]");
            supporters.getByLabel("Admission").selectOption("trusted-domains");
            supporters.getByLabel("Trusted domains").fill("rivers.example");
            ann.findsItGood().presses("See what would change").sees("organiser.email");
            ann.presses("Save these changes").sees("Saved.");
            assertThat(site.definition(letter))
                    .contains("\"goal\":10000", "\"thresholds\":[100,1000]", "\"retentionDays\":90")
                    .contains("\"watchList\":[\"Jane Doe\",\"John Doe\"]", "\"neutralSubject\":true")
                    .contains("\"shortTitle\":{\"en\":\"Rivers en\"", "\"page\":{\"en\":\"https://rivers.example/en\"")
                    .contains("\"admission\":\"trusted-domains\",\"domains\":[\"rivers.example\"]")
                    .contains("\"closesAt\":\"2030-12-31T12:00:00Z\"", "\"rejectionMails\":true");
            ann.presses("See what would change").sees("Nothing would change.");
        }
    }

    @Test
    void aCategoryAndALanguageAreAdded() {
        try (var ann = Moderator.signedIn(site, "ann", "Administrator").opens(letter, "statement")) {
            exactly(ann, "Goal").fill("500");
            ann.presses("Add a category");
            var added = ann.page().locator("details[open]");
            added.getByLabel("Id (stays for ever)").fill("clubs");
            added.getByLabel("Name, English").fill("Clubs");
            added.getByLabel("Name, French").fill("Clubs");
            added.getByLabel("Who signs").selectOption("organisation");
            added.getByLabel("Affiliation").selectOption("none");
            added.getByLabel("Admission").selectOption("reviewed");
            added.getByLabel("Listed").selectOption("name");
            ann.presses("See what would change").sees("must be given: the title has this language");
            ann.page().getByLabel("Name, Traditional Chinese").last().fill("社團");
            ann.page().getByLabel("Name, Arabic").last().fill("أندية");
            ann.presses("See what would change")
                    .sees("categories.clubs.name.fr")
                    .findsItGood();
            ann.presses("Save these changes").sees("Saved.");
            assertThat(site.definition(letter)).contains("\"id\":\"clubs\"", "\"goal\":500");
        }
    }

    @Test
    void whatAColleagueSavedIsNotOverwritten() {
        try (var ann = Moderator.signedIn(site, "ann", "Administrator").opens(letter, "statement")) {
            site.redefine(letter, Rivers.inState("paused"));
            exactly(ann, "Goal").fill("500");
            ann.presses("See what would change").sees("A colleague changed it while you looked");
            assertThat(exactly(ann, "Goal").inputValue()).isEqualTo("500");
            ann.findsItGood().presses("Load theirs, keep what I changed");
            ann.page().locator("dt").first().waitFor();
            assertThat(ann.page().locator("dt").allInnerTexts()).containsExactly("goal");
            assertThat(exactly(ann, "State").inputValue()).isEqualTo("paused");
        }
    }

    @Test
    void anAttackIsCountedRejectedAndUndone() {
        site.publish(letter, List.of("people,Ada Lovelace,,,,"));
        String domain = "robots.example";
        site.crowd(letter, "people", "False <i>Name</i> %d", domain, 20);
        try (var ann = Moderator.signedIn(site, "ann", "Administrator").opens(letter, "attack")) {
            ann.presses("Count them").sees("selection.network must be given").findsItGood();
            ann.page().getByLabel("Addresses under the domain").fill(domain);
            ann.presses("Count them").sees("20 found. Nothing is changed yet.").findsItGood();
            ann.sees("False <i>Name</i>").takesPicture("attack");
            ann.presses("Reject all 20").sees("their signers get no email").findsItGood();
            ann.dialog()
                    .getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("Reject all 20"))
                    .click();
            ann.sees("20 rejected.").findsItGood();
            assertThat(site.total(letter)).isEqualTo(1);
            ann.presses("Undo: bring 20 back").sees("20 of 20 rejected ones are back as they were.");
            ann.findsItGood();
        }
    }

    @Test
    void aLargeAttackNeedsASecondAdministrator() {
        site.crowd(letter, "people", "False Name %d", "robots.example", 1_000);
        try (var ann = Moderator.signedIn(site, "ann", "Administrator").opens(letter, "attack");
                var erin = Moderator.signedIn(site, "erin", "Administrator");
                var bob = Moderator.signedIn(site, "bob", "Moderator")) {
            ann.page().getByLabel("From the network").fill("192.0.2.0/24");
            ann.presses("Count them").seesAtLast("1,000 found.").sees("another administrator must reject them");
            String seen = ann.page().locator(".one h2").innerText();
            assertThat(ann.visitor().button("Reject all 1,000").count()).isZero();
            bob.opens(letter, "attack").presses("Show: " + seen).sees("1,000 found.");
            assertThat(bob.visitor().button("Reject all 1,000").count()).isZero();
            erin.opens(letter, "attack").presses("Show: " + seen).presses("Reject all 1,000");
            erin.dialog()
                    .getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("Reject all 1,000"))
                    .click();
            erin.seesAtLast("1,000 rejected.").presses("Undo: bring 1,000 back");
            erin.seesAtLast("1,000 of 1,000 rejected ones are back as they were.")
                    .findsItGood();
        }
    }

    @Test
    void addressesDomainsAndNetworksAreBlocked() {
        try (var bob = Moderator.signedIn(site, "bob", "Moderator").opens(letter, "blocks")) {
            bob.page().getByLabel("Block a domain").fill("spam.example, junk.example");
            bob.page().getByLabel("Block a domain").press("Enter");
            bob.sees("Added: 2.").presses("Remove: junk.example").sees("junk.example is removed.");
            bob.presses("Undo").sees("It is back.");
            bob.page().getByLabel("Block a network").fill("198.51.100.0/33");
            bob.page().getByLabel("Block a network").press("Enter");
            bob.sees("add.networks[0]");
            assertThat(bob.page().getByLabel("Block a network").inputValue()).isEqualTo("198.51.100.0/33");
            bob.page().getByLabel("Block an address").fill("forger@spam.example");
            bob.page().getByLabel("Block an address").press("Enter");
            bob.sees("Added: 1.").findsItGood().takesPicture("blocks");
            bob.page().getByText("forger@spam.example").waitFor(Moderator.gone());
        }
    }

    @Test
    void whoIsToldToWaitGoesOnByItself() {
        waiting("Hasty Club");
        try (var ann = Moderator.signedIn(site, "ann", "Moderator").opens(letter, "waiting")) {
            ann.row("Hasty Club").waitFor();
            int[] calls = {0};
            ann.visitor().context().route("**/decisions", route -> {
                if (route.request().method().equals("OPTIONS") || ++calls[0] > 1) route.resume();
                else
                    route.fulfill(new Route.FulfillOptions()
                            .setStatus(429)
                            .setHeaders(Map.of(
                                    "Access-Control-Allow-Origin", "*",
                                    "Access-Control-Expose-Headers", "Retry-After",
                                    "Retry-After", "3")));
            });
            ann.presses("Approve: Hasty Club").sees("It goes on by itself in 3 seconds");
            ann.findsItGood().sees("Done: 1.");
            assertThat(calls[0]).isEqualTo(2);
        }
    }

    @Test
    void signaturesOverTimeAreShownByCategory() {
        site.publish(
                letter,
                List.of(
                        "people,Ada Lovelace,,,,2026-01-02",
                        "people,Alan Turing,,,,2026-01-04",
                        "groups,River Club,,,,2026-01-05"));
        try (var bob = Moderator.signedIn(site, "bob", "Moderator").opens(letter, "numbers")) {
            bob.page().getByLabel("Category").selectOption("people");
            bob.page().locator(".timeline summary").click();
            assertThat(bob.page().locator("tbody tr").allInnerTexts()).hasSize(2);
            bob.findsItGood();
        }
    }

    @Test
    void emailsAreCountedByDay() {
        site.publish(letter, List.of("people,Ada Lovelace,,,,2026-01-02", "people,Alan Turing,,,,2026-01-04"));
        site.countEmails(letter, EmailCount.Kind.SENT, 1_412);
        site.countEmails(letter, EmailCount.Kind.BOUNCED, 11);
        site.countEmails(letter, EmailCount.Kind.COMPLAINED, 1);
        site.countEmails(letter, EmailCount.Kind.NETWORK, 300);
        try (var bob = Moderator.signedIn(site, "bob", "Moderator").opens(letter, "numbers")) {
            var emails = bob.page().locator(".numbers tbody tr");
            emails.first().waitFor();
            assertThat(emails.allInnerTexts()).first().asString().isEqualTo("Last twelve months\t1,412\t11\t1\t0\t300");
            assertThat(emails.count()).isEqualTo(2);
            bob.page().setViewportSize(1280, 900);
            bob.findsItGood().takesPicture("numbers");
        }
    }

    private static Locator exactly(Moderator moderator, String label) {
        return moderator.page().getByLabel(label, new Page.GetByLabelOptions().setExact(true));
    }

    private static void chooses(Moderator moderator, byte[] file) {
        moderator.page().getByLabel("Choose a CSV file").setInputFiles(new FilePayload("paper.csv", "text/csv", file));
    }

    private void waiting(String name) {
        site.waiting(letter, name);
    }
}
