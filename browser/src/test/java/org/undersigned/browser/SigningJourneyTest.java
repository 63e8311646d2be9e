package org.undersigned.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.options.AriaRole;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** The one journey that every build plays. */
@NeedsChromium
class SigningJourneyTest {
    @Test
    void someoneReadsSignsConfirmsAndFindsThemselves() {
        Site site = Site.get();
        String address = "zoe." + UUID.randomUUID().toString().substring(0, 8) + "@example.org";
        try (var visitor = site.visitor()) {
            visitor.page().setViewportSize(1000, 700);
            visitor.opens("/").takesPicture("page");
            String before = visitor.page().locator(".standing strong").innerText();
            visitor.chooses("Community leaders").presses("Sign");
            // With all of the page and of the form.
            visitor.sees("There are 3 problems").findsItAccessible();

            visitor.fills("name", "Zoë Écuyer-Smith").fills("email", address);
            visitor.chooses("List my name");
            visitor.field("name").evaluate("field => field.scrollIntoView({block: 'center'})");
            visitor.takesPicture("form").presses("Sign");
            visitor.sees("One more step").sees(address).findsItAccessible();

            String link = site.link(address, "confirmations");
            visitor.follows(site.url() + "/local/inbox").page().setViewportSize(1000, 860);
            visitor.takesPicture("email").page().setViewportSize(1000, 700);
            visitor.follows(link)
                    .findsItAccessible()
                    .takesPicture("confirmation")
                    .page()
                    .locator("button")
                    .first()
                    .click();
            visitor.page().getByRole(AriaRole.HEADING).first().waitFor();

            visitor.opens("/");
            visitor.page()
                    .locator(".standing strong")
                    .getByText(Integer.toString(Integer.parseInt(before) + 1))
                    .waitFor();
            visitor.page().locator(".find input").fill("smith zoe");
            visitor.sees("1 name found");
            assertThat(visitor.page().locator(".names li").allInnerTexts()).containsExactly("Zoë Écuyer-Smith");
            assertThat(visitor.asked()).allSatisfy(url -> assertThat(url).startsWith(site.url()));
        }
    }
}
