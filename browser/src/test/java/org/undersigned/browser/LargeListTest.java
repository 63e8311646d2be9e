package org.undersigned.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.DoubleSupplier;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Isolated;

/** A list of 100,000 names; on a busy machine the quickest of several tries counts. */
// What it measures is a page's time, not that of a machine that does something else as well.
@Isolated
@NeedsChromium
@Tag("long")
class LargeListTest {
    private static final double LIST_MILLIS = 1_000;
    private static final double SEARCH_MILLIS = 100;

    private final Site site = Site.get();

    @Test
    void aLargeListIsThereWithinASecondAndASearchAtOnce() throws IOException {
        try (var list = LargeList.start();
                var visitor = site.visitor()) {
            Page page = visitor.page();
            page.addInitScript(NAMES_SHOWN);
            quickest(LIST_MILLIS, () -> {
                page.navigate(list.url());
                page.locator(".names li").nth(99).waitFor();
                return number(page.evaluate("window.namesShown"));
            });
            assertThat(page.locator(".names li").count()).isEqualTo(100);
            visitor.sees("100 of 100,000");
            var tries = new AtomicInteger();
            quickest(SEARCH_MILLIS, () -> {
                String name = LargeList.name(LargeList.NAMES - 1_234 * tries.incrementAndGet());
                return number(page.evaluate(SEARCHED, name));
            });
            visitor.sees("1 name found").findsItAccessible();
        }
    }

    private static void quickest(double limit, DoubleSupplier measured) {
        Awaitility.await()
                .pollInSameThread()
                .pollInterval(Duration.ofMillis(200))
                .atMost(Duration.ofSeconds(60))
                .until(measured::getAsDouble, millis -> millis < limit);
    }

    private static double number(Object value) {
        return ((Number) value).doubleValue();
    }

    /** Since navigation began. */
    private static final String NAMES_SHOWN = """
        new MutationObserver(() => {
          if (!window.namesShown && document.querySelectorAll(".names li").length >= 100)
            requestAnimationFrame(() => (window.namesShown ??= performance.now()));
        }).observe(document, { childList: true, subtree: true });
        """;

    /** From the end of the pause after typing to the one name. */
    private static final String SEARCHED = """
        (name) => new Promise((done) => {
          const input = document.querySelector(".find input");
          input.value = name;
          input.dispatchEvent(new Event("input", { bubbles: true }));
          const pause = 250;
          const typed = performance.now();
          const seen = new MutationObserver(() => {
            const names = document.querySelectorAll(".names li");
            if (names.length !== 1 || names[0].textContent !== name) return;
            seen.disconnect();
            requestAnimationFrame(() => done(performance.now() - typed - pause));
          });
          seen.observe(document, { childList: true, subtree: true });
        })
        """;
}
