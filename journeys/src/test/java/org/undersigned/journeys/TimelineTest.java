package org.undersigned.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** How the number of signatures grew, and who came last. */
class TimelineTest {
    private final Journey journey = Journey.start();
    private final Api api = journey.api();
    private final String path = "/statements/" + journey.statement() + "/timeline";

    @Test
    void daysTellHowManySignedInEachCategory() {
        publishOverAYearEnd();
        assertThat(days(api.get(path)))
                .containsExactly(
                        day("2025-12-31", 2, Map.of("people", 1, "scholars", 1)),
                        day("2026-01-01", 2, Map.of("people", 2)),
                        day("2026-08-20", 1, Map.of("people", 1)));
        assertThat(api.get(path).json())
                .containsEntry("statement", journey.statement())
                .containsEntry("next", null);
        assertThat(api.get("/statements/nobody/timeline").status()).isEqualTo(404);
        assertThat(api.head(path).status()).isEqualTo(200);
        assertThat(api.get(path, "If-None-Match", api.get(path).header("etag")).status())
                .isEqualTo(304);
    }

    @Test
    void pagesFollowEachOther() {
        publishOverAYearEnd();
        List<Map<String, Object>> days = new ArrayList<>();
        for (Object next = "timeline?limit=1"; next != null; ) {
            Api.Answer page = api.get(path.replace("timeline", (String) next));
            days.addAll(days(page));
            next = page.json().get("next");
        }
        assertThat(days).isEqualTo(days(api.get(path))).hasSize(3);
    }

    @ParameterizedTest
    @ValueSource(strings = {"limit=0", "limit=1001", "after=yesterday", "after=2026-02-30", "after=%2B999999999-12-31"})
    void aQueryThatCannotBeReadIsRefusedByItsField(String query) {
        Api.Answer answer = api.get(path + "?" + query);
        assertThat(answer.status()).isEqualTo(400);
        assertThat(Problems.errors(answer)).singleElement().asString().startsWith(query.split("=")[0]);
    }

    @Test
    void whoeverWithdrawsLeavesTheirDay() {
        var receipt = journey.signAndConfirm(Signer.person("Ann Lee"));
        journey.awaitTotal(1);
        assertThat(days(api.get(path))).hasSize(1);
        api.press(Links.withdrawal(receipt));
        journey.awaitTotal(0);
        assertThat(days(api.get(path))).isEmpty();
    }

    @Test
    void whoIsNotListedIsCountedAndToldApart() {
        journey.signAndConfirm(Signer.person("Ann Lee").with("listed", false));
        journey.signAndConfirm(Signer.person("Mia Brown"));
        journey.awaitTotal(2);
        assertThat(api.get(journey.listPath("people")).json())
                .containsEntry("total", 2)
                .containsEntry("unlisted", 1);
        assertThat((List<?>)
                        api.get("/statements/" + journey.statement()).json().get("categories"))
                .anySatisfy(category -> assertThat((Map<?, ?>) category)
                        .extracting(one -> one.get("total"), one -> one.get("unlisted"))
                        .containsExactly(2, 1));
    }

    /** A browser that keeps the answer of before asks with its tag, as the page makes it do, and is told the new one. */
    @Test
    void whoComesBackFromConfirmingIsShownTheNewTotalAndTheirName() {
        String statement = "/statements/" + journey.statement();
        String list = journey.listPath("people");
        String total = api.get(statement).header("etag");
        String names = api.get(list).header("etag");
        journey.signAndConfirm(Signer.person("Ann Lee"));
        journey.awaitTotal(1);
        Api.Answer fresh = api.get(statement, "If-None-Match", total, "Cache-Control", "max-age=0");
        assertThat(fresh.status()).isEqualTo(200);
        assertThat(fresh.json()).containsEntry("total", 1);
        assertThat(fresh.header("cache-control")).doesNotContain("stale").contains("max-age");
        assertThat(Journey.names(api.get(list, "If-None-Match", names))).containsExactly("Ann Lee");
    }

    @Test
    void theNewestOfACategoryByArrivalComeFirst() {
        journey.publish(IntStream.range(10, 35)
                .mapToObj(i -> "deputies,Deputy " + i + ",,,,2026-08-20")
                .toArray(String[]::new));
        String recent = journey.listPath("deputies") + "?recent=true";
        List<String> all = journey.names("deputies");
        assertThat(Journey.names(api.get(recent + "&limit=20")))
                .isEqualTo(all.reversed().subList(0, 20));
        assertThat(Journey.names(api.get(recent))).isEqualTo(all.reversed().subList(0, 10));
        assertThat(api.get(recent).json()).containsEntry("next", null);
    }

    @ParameterizedTest
    @ValueSource(strings = {"recent=yes", "recent=true&limit=21", "recent=true&after=x", "recent=true&startsWith=x"})
    void whatDoesNotGoWithTheNewestIsRefused(String query) {
        Api.Answer answer = api.get(journey.listPath("deputies") + "?" + query);
        assertThat(answer.status()).isEqualTo(400);
        assertThat(Problems.errors(api.get(journey.listPath("people") + "?recent=true")))
                .containsExactly("recent not-by-arrival");
    }

    private void publishOverAYearEnd() {
        journey.publish(
                "people,Ann Lee,,,,2025-12-31",
                "scholars,Bo Free,,PEN,,2025-12-31",
                "people,Mia Brown,,,,2026-01-01",
                "people,Zoë Quince,,,,2026-01-01",
                "people," + UUID.randomUUID().toString().replaceAll("[^a-f]", "x") + ",,,,2026-08-20");
        journey.awaitTotal(5);
    }

    private static Map<String, Object> day(String day, int total, Map<String, Integer> categories) {
        return Map.of("day", day, "total", total, "categories", categories);
    }

    @SuppressWarnings("unchecked")
    private static List<Map<String, Object>> days(Api.Answer page) {
        return (List<Map<String, Object>>) page.json().get("days");
    }
}
