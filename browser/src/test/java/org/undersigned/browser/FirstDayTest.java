package org.undersigned.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.FilePayload;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** All that moderators come for, in one go, by somebody who sees the page for the first time. */
@NeedsChromium
@Tag("long")
class FirstDayTest {
    /** A second administrator is asked for from 1,000 on, which ModeratingTest plays. */
    private static final int FORGED = Boolean.getBoolean("full") ? 1_000 : 120;

    private static final String SHOWN = "%,d".formatted(FORGED);

    private final Site site = Site.get();

    @ParameterizedTest
    @EnumSource
    void everythingIsDoneByKeyboardAloneAndByFingerOnAPhone(Hands hands) {
        String title = "Free rivers by " + hands + " " + UUID.randomUUID();
        String letter = site.define(Rivers.inState("open").replace("Keep our rivers free", title));
        site.publish(letter, List.of("people,Lovelace,,,,", "people,Hopper,,,,"));
        site.waiting(letter, "Riverwatch");
        site.waiting(letter, "Hoaxclub");
        site.crowd(letter, "people", "False Name %d", "robots.example", FORGED);
        countsAttack(letter);
        try (var ann = new FirstDay(Moderator.arrives(site, hands.screen()), hands)) {
            ann.signsIn();
            ann.follows(title).sees("Riverwatch");
            ann.presses("Approve: Riverwatch").sees("Riverwatch: approved. Sent in 8 seconds.");
            ann.rejectsAndUndoes("Hoaxclub");
            ann.imports();
            ann.hides("Lovelace");
            ann.edits();
            ann.undoesTheAttack();
        }
        Awaitility.await().atMost(Duration.ofSeconds(60)).until(() -> site.lists(letter, "groups", "Riverwatch"));
        assertThat(site.lists(letter, "groups", "Hoaxclub")).isFalse();
        assertThat(site.lists(letter, "people", "Lovelace")).isFalse();
        assertThat(site.lists(letter, "people", "Hopper")).isTrue();
        assertThat(site.lists(letter, "people", "Roy")).isTrue();
        assertThat(site.total(letter)).isEqualTo(FORGED + 4);
        assertThat(site.definition(letter)).contains("\"goal\":5000");
    }

    /** One counts, another rejects. */
    private void countsAttack(String letter) {
        try (var erin = Moderator.signedIn(site, "erin", "Administrator").opens(letter, "attack")) {
            erin.page().getByLabel("Addresses under the domain").fill("robots.example");
            erin.presses("Count them");
            erin.seesAtLast(SHOWN + " found.");
        }
    }

    private record FirstDay(Moderator ann, Hands hands) implements AutoCloseable {
        void signsIn() {
            Page popup = page().waitForPopup(() -> hands.press(button("Sign in")));
            hands.write(popup.getByLabel("Name"), "ann");
            hands.pick(popup.getByLabel("Administrator"));
            Locator signIn = popup.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Sign in"));
            popup.waitForClose(() -> hands.press(signIn));
            sees("My statements");
        }

        void rejectsAndUndoes(String name) {
            presses("Reject …: " + name);
            hands.choose(dialog().getByLabel("Reason"), "not-genuine");
            hands.write(dialog().getByLabel("Note"), "nobody knows them");
            pressesInDialog("Reject").sees(name + ": rejected.");
            presses("Undo").sees("Undone. Nothing was sent.");
            assertThat(ann.row(name).count()).isOne();
        }

        void imports() {
            follows("Import");
            String csv = "Name;Date\nRoy;2026-01-02\n;2026-01-02\nAnn Lee;yesterday\nMax Frei;\n";
            hands.give(
                    page().getByLabel("Choose a CSV file"),
                    new FilePayload("paper.csv", "text/csv", csv.getBytes(StandardCharsets.UTF_8)));
            sees("4 rows; separated by semicolons");
            hands.choose(page().getByLabel("Category", new Page.GetByLabelOptions().setExact(true)), "all:people");
            presses("Preview").sees("2 would be added, 0 are there already, 2 cannot be taken.");
            sees("Line 3").sees("yesterday");
            presses("Import 2").sees("2 added, 0 were there already");
        }

        void hides(String name) {
            follows("Find");
            hands.write(page().getByLabel("Name or email"), name.substring(0, 3));
            presses("Find").presses("Details: " + name);
            dialog().getByText("History", new Locator.GetByTextOptions().setExact(true))
                    .waitFor();
            pressesInDialog("Reject …");
            hands.choose(dialog().getByLabel("Reason"), "on-request");
            pressesInDialog("Reject").sees(name + ": rejected.");
            pressesInDialog("Close");
        }

        void edits() {
            follows("Statement");
            sees("It is");
            hands.write(page().getByLabel("Goal", new Page.GetByLabelOptions().setExact(true)), "5000");
            presses("See what would change").sees("What would change");
            presses("Save these changes").sees("Saved.");
        }

        void undoesTheAttack() {
            follows("After an attack");
            hands.press(page().getByRole(
                            AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Show: Domain robots.example")));
            sees(SHOWN + " found.");
            presses("Reject all " + SHOWN).pressesInDialog("Reject all " + SHOWN);
            ann.seesAtLast(SHOWN + " rejected.");
            presses("Undo: bring " + SHOWN + " back");
            ann.seesAtLast(SHOWN + " of " + SHOWN + " rejected ones are back as they were.");
        }

        FirstDay presses(String button) {
            hands.press(button(button));
            return this;
        }

        FirstDay pressesInDialog(String button) {
            hands.press(dialog().getByRole(
                            AriaRole.BUTTON,
                            new Locator.GetByRoleOptions().setName(button).setExact(true)));
            return this;
        }

        FirstDay follows(String link) {
            hands.press(page().getByRole(
                            AriaRole.LINK,
                            new Page.GetByRoleOptions().setName(link).setExact(true)));
            return this;
        }

        /** Waits for it; on a phone nothing scrolls sideways for it. */
        FirstDay sees(String text) {
            ann.sees(text).visitor().findsItFitting();
            return this;
        }

        private Locator button(String name) {
            return ann.visitor().button(name);
        }

        /** The one on top. */
        private Locator dialog() {
            return ann.dialog().last();
        }

        private Page page() {
            return ann.page();
        }

        @Override
        public void close() {
            ann.close();
        }
    }
}
