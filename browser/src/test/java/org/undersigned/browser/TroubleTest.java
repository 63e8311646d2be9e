package org.undersigned.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.FilePayload;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What goes wrong behind the moderators' page is said in words, and nothing of theirs is lost. */
@NeedsChromium
@Tag("long")
class TroubleTest {
    private static final String RETRY = "Retry-After";

    private final Site site = Site.get();
    private final String letter = site.define(Rivers.inState("open"));

    /** What calls the API in each view, and what is seen when it has answered. */
    private enum View {
        WAITING("/queue**", "Riverwatch"),
        REJECTED("/queue**", "Nothing was rejected."),
        PROBLEMS("/queue**", "No confirmation email came back."),
        FIND("/signatures**", "1 found") {
            @Override
            void act(Moderator ann) {
                ann.page().getByLabel("Name or email").fill("riverw");
                ann.presses("Find");
            }
        },
        NUMBERS("/emails", "Last twelve months"),
        ATTACK("/invalidations", "A script has signed"),
        BLOCKS("/blocks", "Blocked addresses"),
        IMPORT("/imports**", "1 would be added") {
            @Override
            void act(Moderator ann) {
                ann.page()
                        .getByLabel("Choose a CSV file")
                        .setInputFiles(new FilePayload(
                                "paper.csv", "text/csv", "name\nAda Lovelace\n".getBytes(StandardCharsets.UTF_8)));
                ann.page()
                        .getByLabel("Category", new Page.GetByLabelOptions().setExact(true))
                        .selectOption("all:people");
                ann.presses("Preview");
            }
        },
        EXPORT("/export**", "(0)") {
            @Override
            void act(Moderator ann) {
                ann.presses("Make the file");
            }
        },
        STATEMENT("?dryRun=true", "goal") {
            @Override
            void act(Moderator ann) {
                ann.page()
                        .getByLabel("Goal", new Page.GetByLabelOptions().setExact(true))
                        .fill("500");
                ann.presses("See what would change");
            }
        },
        AUDIT("/audit**", "put-statement");

        private final String calls;
        private final String good;

        View(String calls, String good) {
            this.calls = calls;
            this.good = good;
        }

        void act(Moderator ann) {}
    }

    @ParameterizedTest
    @EnumSource
    void eachViewSaysInWordsWhatIsWrongAndGoesOn(View view) {
        site.waiting(letter, "Riverwatch");
        try (var ann = Moderator.arrives(site, new Browser.NewContextOptions())) {
            ann.visitor().context().clock().install();
            ann.page().reload();
            ann.signsIn("ann", "Administrator");
            var api = new Broken(ann, "**/admin/statements/" + letter + view.calls);
            for (var trouble : Map.of(
                            0, "No answer. Check the connection",
                            403, "You may not do this with the role",
                            409, "It cannot be done as things stand. As it is",
                            500, "The server failed. Try again in a minute")
                    .entrySet()) {
                api.answers(trouble.getKey());
                ann.page().evaluate("location.hash = '#/'");
                ann.sees("My statements").opens(letter, name(view));
                view.act(ann);
                ann.sees(trouble.getValue());
                if (trouble.getKey() == 0) ann.findsItGood();
                api.works();
                // Where a change was refused the API's words say what to do; else a press goes on.
                if (ann.visitor().button("Try again").count() == 1) ann.presses("Try again");
                else view.act(ann);
                ann.sees(view.good);
            }
            api.slow();
            ann.page().evaluate("location.hash = '#/'");
            ann.sees("My statements").opensSlowly(letter, name(view));
            view.act(ann);
            ann.page().waitForCondition(api::holdsSome);
            ann.page().clock().fastForward(5_000);
            ann.sees("The server is slow. Still waiting …");
            api.works();
            ann.sees(view.good);
            ann.page().getByText("The server is slow").waitFor(Moderator.hidden());
            api.answersOnce(429, Map.of(RETRY, "3"));
            ann.page().evaluate("location.hash = '#/'");
            ann.sees("My statements").opensSlowly(letter, name(view));
            view.act(ann);
            ann.sees("It goes on by itself in 3 seconds").page().clock().fastForward(3_000);
            ann.sees(view.good);
        }
    }

    private static String name(View view) {
        return view.name().toLowerCase(Locale.ROOT);
    }

    @Test
    void aCorrectionThatAColleagueWasFasterWithKeepsWhatWasTyped() {
        site.publish(letter, List.of("people,Ada Lovelace,,,,"));
        try (var ann = Moderator.signedIn(site, "ann", "Moderator");
                var bob = Moderator.signedIn(site, "bob", "Moderator")) {
            for (Moderator one : List.of(ann, bob)) {
                one.opens(letter, "find").page().getByLabel("Name or email").fill("ada");
                one.presses("Find").presses("Details: Ada Lovelace");
                one.dialog().getByText("Correct", exact()).click();
            }
            corrects(bob, "Affiliation", "Analytical Engines");
            bob.sees("Corrected.");
            corrects(ann, "Honorific", "Lady");
            ann.sees("A colleague changed it while you looked.").findsItGood().presses("Try again");
            ann.sees("Analytical Engines");
            assertThat(ann.dialog().getByLabel("Honorific").inputValue()).isEqualTo("Lady");
            corrects(ann, "Honorific", "Lady");
            ann.sees("Corrected.");
            ann.dialog().getByText("Lady Ada Lovelace").waitFor();
            assertThat(ann.dialog().locator(".name").innerText()).isEqualTo("Lady Ada Lovelace, Analytical Engines");
        }
    }

    private static void corrects(Moderator moderator, String field, String value) {
        moderator.dialog().getByLabel(field).fill(value);
        moderator.dialog().getByLabel("Why").first().fill("as asked");
        moderator.presses("Save the correction");
    }

    private static Locator.GetByTextOptions exact() {
        return new Locator.GetByTextOptions().setExact(true);
    }

    @Test
    void aTokenThatExpiresInTheMiddleOfABulkLosesNothing() {
        site.crowd(letter, "groups", "Club %d", "rivers.example", 120);
        try (var ann = Moderator.signedIn(site, "ann", "Moderator").opens(letter, "waiting")) {
            for (int shown = 50; shown < 120; shown += 50) {
                ann.sees(shown + " shown of 120");
                ann.presses("Show more");
            }
            ann.sees("120 shown of 120");
            var api = new Broken(ann, "**/decisions");
            api.answersFirstThen(401);
            ann.page().getByLabel("Pick all shown").check();
            ann.presses("Approve picked").sees("120 signatures: approved");
            ann.sees("Your sign-in has expired").findsItGood();
            ann.signsIn("ann", "Moderator").sees("Done: 120.").sees("Nothing waits here.");
        }
    }

    @Test
    void twoModeratorsWhoDecideOnTheSameListDoNothingTwiceAndLoseNothing() {
        site.crowd(letter, "groups", "Club %02d", "rivers.example", 20);
        try (var ann = Moderator.signedIn(site, "ann", "Moderator").opens(letter, "waiting");
                var bob = Moderator.signedIn(site, "bob", "Moderator").opens(letter, "waiting")) {
            ann.sees("20 shown of 20");
            bob.sees("20 shown of 20");
            for (int i = 0; i < 12; i++) picks(ann, i);
            for (int i = 8; i < 20; i++) picks(bob, i);
            ann.presses("Approve picked");
            bob.presses("Reject picked …").dialog().getByLabel("Reason").selectOption("no-mandate");
            ann.opens(letter, "rejected").sees("Nothing was rejected.");
            // Sent as the view is left; what is to be said of it is said in the next one.
            bob.presses("Reject").opens(letter, "rejected");
            bob.sees("Club 08: not done. A colleague or the signer changed it meanwhile; it is published now.");
            bob.sees("8 shown of 8").findsItGood();
            Awaitility.await().atMost(Duration.ofSeconds(60)).until(() -> site.total(letter) == 12);
        }
    }

    private static void picks(Moderator moderator, int club) {
        moderator.page().getByLabel("Pick Club %02d".formatted(club)).check();
    }

    @Test
    void aViewThatCouldNotBeDownloadedIsAskedForOnceMore() {
        try (var ann = Moderator.signedIn(site, "ann", "Moderator")) {
            var files = new Broken(ann, "**/moderate/audit.js");
            files.answers(0);
            ann.opensSlowly(letter, "audit")
                    .sees("No answer. Check the connection")
                    .findsItGood();
            files.works();
            ann.presses("Try again").sees("put-statement");
        }
    }

    @Test
    void aHostileNameIsTextEverywhere() {
        String name = "<img src=x onerror=alert(1)> & \"Co\"";
        site.waiting(letter, name);
        try (var ann = Moderator.signedIn(site, "ann", "Administrator").opens(letter, "waiting")) {
            assertThat(ann.row(name).locator(".name").innerText()).isEqualTo(name);
            ann.presses("Details: " + name).sees("Nothing was done to it yet.").findsItGood();
            ann.presses("Close")
                    .presses("Reject …: " + name)
                    .sees("Reject " + name)
                    .findsItGood();
            ann.presses("Reject").sees(name + ": rejected.");
            ann.opens(letter, "rejected").row(name).waitFor();
            ann.opens(letter, "find").page().getByLabel("Name or email").fill("<img");
            ann.presses("Find").row(name).waitFor();
            assertThat(ann.page().locator("img").count()).isZero();
        }
    }

    @Test
    void aClaimOnAnImportedRowIsAcceptedOrDeclined() {
        site.publish(letter, List.of("people,Ada Lovelace,,,,", "people,Grace Hopper,,,,"));
        site.person(letter, "Ada Lovelace");
        site.person(letter, "Grace Hopper");
        try (var ann = Moderator.signedIn(site, "ann", "Moderator").opens(letter, "waiting")) {
            assertThat(ann.row("Ada Lovelace").locator(".flags").innerText()).contains("an imported row has this name");
            ann.findsItGood().takesPicture("claims");
            ann.presses("Approve in place of the imported row: Ada Lovelace").sees("Ada Lovelace: approved.");
            ann.presses("Approve, keep both: Grace Hopper").sees("Grace Hopper: approved.");
            ann.opens(letter, "find").page().getByLabel("Name or email").fill("ada");
            ann.presses("Find").sees("1 found");
            ann.page().getByLabel("Name or email").fill("grace");
            ann.presses("Find").sees("2 found");
        }
    }

    /** The API as it fails where these calls go, for one moderator. */
    private static final class Broken {
        private final Deque<Route> held = new ArrayDeque<>();
        private Consumer<Route> way = Route::resume;

        Broken(Moderator moderator, String calls) {
            moderator.visitor().context().route(calls, route -> {
                if (route.request().method().equals("OPTIONS")) route.resume();
                else way.accept(route);
            });
        }

        /** 0 is no answer. */
        void answers(int status) {
            way = status == 0 ? Route::abort : route -> answer(route, status, Map.of());
        }

        void answersOnce(int status, Map<String, String> headers) {
            way = route -> {
                way = Route::resume;
                answer(route, status, headers);
            };
        }

        /** Once, after a call that got through. */
        void answersFirstThen(int status) {
            way = route -> {
                answersOnce(status, Map.of());
                route.resume();
            };
        }

        /** Until it works again. */
        void slow() {
            way = held::add;
        }

        boolean holdsSome() {
            return !held.isEmpty();
        }

        void works() {
            way = Route::resume;
            while (!held.isEmpty()) held.poll().resume();
        }

        private static void answer(Route route, int status, Map<String, String> more) {
            Map<String, String> headers = new HashMap<>(more);
            headers.put("Access-Control-Allow-Origin", "*");
            headers.put("Access-Control-Expose-Headers", RETRY);
            headers.put("Content-Type", "application/problem+json");
            route.fulfill(new Route.FulfillOptions()
                    .setStatus(status)
                    .setHeaders(headers)
                    .setBody("{\"status\": %d, \"detail\": \"As it is, somebody else does it.\"}".formatted(status)));
        }
    }
}
