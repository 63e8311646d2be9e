package org.undersigned.browser;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.WaitForSelectorState;

/** Somebody at the moderators' page, who signs in as anybody does. */
final class Moderator implements AutoCloseable {
    private static final double MUCH_PATIENCE = 120_000;

    private final Site site;
    private final Visitor visitor;

    private Moderator(Site site, Visitor visitor) {
        this.site = site;
        this.visitor = visitor;
    }

    static Moderator arrives(Site site, Browser.NewContextOptions options) {
        var moderator = new Moderator(site, Visitor.arrives(site, options, Site.SAMPLE));
        moderator.page().navigate(site.moderatorsUrl());
        return moderator;
    }

    /** Signed in, at the list of statements. */
    static Moderator signedIn(Site site, String name, String role) {
        return arrives(site, new Browser.NewContextOptions()).signsIn(name, role);
    }

    Moderator signsIn(String name, String role) {
        Page popup = popup();
        popup.getByLabel("Name").fill(name);
        popup.getByLabel(role).check();
        popup.waitForClose(() -> pressIn(popup, "Sign in"));
        return this;
    }

    Moderator cancelsSigningIn() {
        Page popup = popup();
        popup.waitForClose(() -> pressIn(popup, "Cancel"));
        return this;
    }

    private Page popup() {
        return page().waitForPopup(() -> visitor.button("Sign in").click());
    }

    private static void pressIn(Page popup, String button) {
        popup.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(button))
                .click();
    }

    Moderator opens(String statement, String view) {
        opensSlowly(statement, view);
        page().locator(".view [role=status]:text('Loading')").waitFor(gone());
        return this;
    }

    /** Goes to a view, and does not wait until it is there. */
    Moderator opensSlowly(String statement, String view) {
        page().evaluate("hash => { location.hash = hash; }", "#/" + statement + "/" + view);
        page().locator("nav [aria-current][href$='/" + view + "']").waitFor();
        return this;
    }

    static Locator.WaitForOptions gone() {
        return new Locator.WaitForOptions().setState(WaitForSelectorState.DETACHED);
    }

    static Locator.WaitForOptions hidden() {
        return new Locator.WaitForOptions().setState(WaitForSelectorState.HIDDEN);
    }

    Page page() {
        return visitor.page();
    }

    Visitor visitor() {
        return visitor;
    }

    Moderator presses(String button) {
        visitor.presses(button);
        return this;
    }

    Moderator sees(String text) {
        visitor.sees(text);
        return this;
    }

    /** Waits for the end of what takes the backend its time. */
    Moderator seesAtLast(String text) {
        page().getByText(text).first().waitFor(new Locator.WaitForOptions().setTimeout(MUCH_PATIENCE));
        return this;
    }

    /** The row of the list that holds this. */
    Locator row(String text) {
        return page().locator(".rows > li").filter(new Locator.FilterOptions().setHasText(text));
    }

    Locator dialog() {
        return page().getByRole(AriaRole.DIALOG);
    }

    /** In light and dark, and on a phone nothing scrolls sideways. */
    Moderator findsItGood() {
        for (var scheme : ColorScheme.values()) {
            if (scheme == ColorScheme.NO_PREFERENCE) continue;
            page().emulateMedia(new Page.EmulateMediaOptions().setColorScheme(scheme));
            visitor.findsItAccessible();
        }
        var size = page().viewportSize();
        page().setViewportSize(320, 700);
        visitor.findsItFitting();
        page().setViewportSize(size.width, size.height);
        return this;
    }

    Moderator takesPicture(String name) {
        visitor.takesPicture(name);
        return this;
    }

    @Override
    public void close() {
        visitor.close();
    }
}
