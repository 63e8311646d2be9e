package org.undersigned.browser;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Locator;
import java.util.UUID;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What signers meet behind the links of their emails. */
@NeedsChromium
@Tag("long")
class LinkPagesTest {
    private final Site site = Site.get();
    private final String rivers = site.define(Rivers.inState("open"));
    private final String address = UUID.randomUUID() + "@example.org";

    @Test
    void oneEditsOnesSignatureOnItsOwnPage() {
        confirmed("Ann Lee");
        try (var visitor = site.visitor(phone("en"), rivers)) {
            visitor.follows(site.link(address, "signatures"))
                    .findsItAccessible()
                    .findsItFitting();
            visitor.page().locator("input[name=name]").fill("Anne Abel");
            visitor.page().locator("input[name=affiliation]").fill("Teacher, Ferryside");
            press(visitor, "edit");
            visitor.page().locator("dd").getByText("Anne Abel").waitFor();
            visitor.findsItAccessible();
            visitor.opens("/");
            Locator listed = visitor.page().locator(".names li");
            listed.first().waitFor();
            assertThat(listed.allInnerTexts()).containsExactly("Anne Abel\nTeacher, Ferryside");
        }
    }

    @Test
    void anEditThatIsRefusedKeepsTheSignatureAndSaysWhatToMend() {
        confirmed("Ann Lee");
        try (var visitor = site.visitor(phone("en"), rivers)) {
            visitor.follows(site.link(address, "signatures"));
            visitor.page().locator("input[name=name]").fill("see https://example.org/x");
            press(visitor, "edit");
            visitor.sees("This cannot be saved").findsItAccessible().findsItFitting();
            visitor.opens("/").sees("Ann Lee");
        }
    }

    @Test
    void aWithdrawalIsTakenBack() {
        confirmed("Ann Lee");
        try (var visitor = site.visitor(phone("en"), rivers)) {
            visitor.follows(site.link(address, "withdrawals")).findsItAccessible();
            press(visitor, "withdraw");
            visitor.sees("The signature is withdrawn").findsItAccessible().findsItFitting();
            site.awaitNone(rivers);
            press(visitor, "restore");
            visitor.sees("The signature stands").findsItAccessible();
            site.awaitTotal(rivers, 1);
            visitor.opens("/").sees("Ann Lee");
        }
    }

    @ParameterizedTest
    @CsvSource({
        "zh-HK, zh-Hant, ltr, 個人, 顯示我的姓名, 簽署, 還差一步, 請確認您的簽署, 簽署已確認, 您的簽署, 要撤回這份簽署嗎, 簽署已撤回, 這份簽署維持有效",
        "ar-EG, ar, rtl, الأفراد, إدراج اسمي, التوقيع, بقيت خطوة واحدة, تأكيد توقيعك, تم تأكيد التوقيع, توقيعك,"
                + " هل تريد سحب هذا التوقيع, تم سحب التوقيع, التوقيع باقٍ"
    })
    void formEmailAndLinksSpeakTheSignersLanguage(
            String locale,
            String language,
            String direction,
            String category,
            String listed,
            String sign,
            String signed,
            String confirmation,
            String confirmed,
            String own,
            String withdrawal,
            String withdrawn,
            String restored) {
        try (var visitor = site.visitor(phone(locale), rivers)) {
            visitor.opens("/").chooses(category).fills("name", "王伟").fills("email", address);
            visitor.chooses(listed)
                    .presses(sign)
                    .sees(signed)
                    .findsItAccessible()
                    .findsItFitting();
            visitor.follows(site.link(address, "confirmations"));
            findsPage(visitor, language, direction, confirmation);
            press(visitor, "confirm");
            findsPage(visitor, language, direction, confirmed);
            visitor.follows(site.link(address, "signatures"));
            findsPage(visitor, language, direction, own);
            visitor.follows(site.link(address, "withdrawals"));
            findsPage(visitor, language, direction, withdrawal);
            press(visitor, "withdraw");
            findsPage(visitor, language, direction, withdrawn);
            press(visitor, "restore");
            findsPage(visitor, language, direction, restored);
        }
    }

    @Test
    void latinNamesStandWithTheRestOfAnArabicPage() {
        site.sign(rivers, form("Ann Lee", address).replace("\"listed\"", "\"language\": \"ar\", \"listed\""));
        try (var visitor = site.visitor(phone("ar"), rivers)) {
            visitor.follows(site.link(address, "confirmations"));
            Locator name = visitor.page().locator("dd").getByText("Ann Lee");
            assertThat(number(name.evaluate("name => name.getBoundingClientRect().right")))
                    .isCloseTo(
                            number(name.evaluate("name => name.closest('dl').getBoundingClientRect().right")),
                            within(1.0));
        }
    }

    @Test
    void linksThatLeadNowhereAnyMoreAreAccessibleToo() {
        site.sign(rivers, form("Ann Lee", address));
        String confirmation = site.link(address, "confirmations");
        String refusal = site.link(address, "refusals");
        try (var visitor = site.visitor(phone("en"), rivers)) {
            visitor.follows(refusal).findsItAccessible().findsItFitting();
            press(visitor, "refuse");
            visitor.sees("The requests are dropped").findsItAccessible();
            visitor.follows(confirmation).sees("This request was refused").findsItAccessible();
            visitor.follows(confirmation + "x").sees("We do not know this link").findsItAccessible();
            visitor.follows(site.url() + "/confirmations/no-token")
                    .findsItAccessible()
                    .findsItFitting();
        }
    }

    @Test
    void aLinkThatHasExpiredSaysWhatToDo() {
        site.sign(rivers, form("Ann Lee", address));
        try (var visitor = site.visitor(phone("en"), rivers)) {
            visitor.follows(site.expired(site.link(address, "confirmations")));
            visitor.sees("This link has expired").findsItAccessible().findsItFitting();
            assertThat(visitor.page().locator("button").count()).isZero();
        }
    }

    @Test
    void aLinkThatWasUsedSaysWhereTheSignatureStands() {
        site.sign(rivers, form("Ann Lee", address));
        String confirmation = site.link(address, "confirmations");
        site.confirm(confirmation);
        try (var visitor = site.visitor(phone("en"), rivers)) {
            visitor.follows(confirmation).findsItAccessible().findsItFitting();
            assertThat(visitor.page().locator("h1").innerText()).isEqualTo("Thank you, the signature is confirmed");
            assertThat(visitor.page().locator("button").count()).isZero();
        }
    }

    @Test
    void theInboxOfTheLocalRunIsAccessibleAndFitsAPhone() {
        confirmed("Ann Lee");
        try (var visitor = site.visitor(new Browser.NewContextOptions().setViewportSize(320, 640), Site.SAMPLE)) {
            visitor.follows(site.url() + "/local/inbox").sees(address).findsItFitting();
            visitor.page().locator("summary").getByText("Headers").first().click();
            visitor.page().locator("summary").getByText("As text").first().click();
            visitor.findsItAccessibleAroundItsFrames().findsItFitting();
        }
    }

    private static void findsPage(Visitor visitor, String language, String direction, String heading) {
        visitor.page().locator("h1").getByText(heading).waitFor();
        Locator html = visitor.page().locator("html");
        assertThat(html.getAttribute("lang")).isEqualTo(language);
        assertThat(html.getAttribute("dir")).isEqualTo(direction);
        visitor.findsItAccessible().findsItFitting();
    }

    private static double number(Object value) {
        return ((Number) value).doubleValue();
    }

    private static void press(Visitor visitor, String button) {
        visitor.page().locator("button[name=" + button + "]").first().click();
    }

    private void confirmed(String name) {
        site.sign(rivers, form(name, address));
        site.confirm(site.link(address, "confirmations"));
        site.awaitTotal(rivers, 1);
    }

    private static String form(String name, String address) {
        return "{\"category\": \"people\", \"name\": \"" + name + "\", \"email\": \"" + address
                + "\", \"listed\": true}";
    }

    private static Browser.NewContextOptions phone(String locale) {
        return new Browser.NewContextOptions().setViewportSize(320, 640).setLocale(locale);
    }
}
