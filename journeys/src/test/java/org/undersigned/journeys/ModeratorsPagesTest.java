package org.undersigned.journeys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.undersigned.journeys.Target.Kind.EMBEDDED;
import static org.undersigned.journeys.Target.Kind.TESTCONTAINERS;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.undersigned.local.Project;
import org.undersigned.local.Template;

/** What browsers let the moderators' own pages do, and pages of others not (CORS). */
@OnlyOn(
        value = {EMBEDDED, TESTCONTAINERS},
        because = "the moderators' pages are those of the local run's own address")
class ModeratorsPagesTest {
    private static final String ELSEWHERE = "https://elsewhere.example";

    private final Journey journey = Journey.start();
    private final Admin moderator = Admin.moderator(journey);
    private final List<String> origins =
            List.of(journey.backend().env().required("ADMIN_ORIGINS").split(","));
    private final String own = origins.getLast();

    @Test
    void everyAdminRouteAnswersABrowserThatHasNoToken() {
        assertThat(adminPaths())
                .hasSizeGreaterThan(5)
                .allSatisfy(path -> origins.forEach(origin -> {
                    Api.Answer answer = journey.api()
                            .send("OPTIONS", path, "", "Origin", origin, "Access-Control-Request-Method", "GET");
                    assertThat(answer.status()).as(path).isEqualTo(204);
                    assertThat(answer.header("access-control-allow-origin")).isEqualTo(origin);
                    assertThat(answer.header("access-control-allow-methods"))
                            .contains("GET", "PUT", "POST", "PATCH", "DELETE");
                    assertThat(answer.header("access-control-allow-headers"))
                            .contains("Authorization", "Content-Type", "If-Match", "Accept");
                }));
    }

    @Test
    void pagesOfOthersHearOfNothingThatTheyMayDo() {
        assertThat(adminPaths())
                .allSatisfy(path -> assertThat(journey.api()
                                .send("OPTIONS", path, "", "Origin", ELSEWHERE)
                                .header("access-control-allow-origin"))
                        .isEmpty());
        assertThat(moderator.get("/queue", "Origin", ELSEWHERE).header("access-control-allow-origin"))
                .isEmpty();
    }

    @Test
    void theirPagesReadAnswersWithVersionsAndLinksAndWhyTheyWereRefused() {
        Api.Answer definition = moderator.get("", "Origin", own);
        assertThat(definition.header("access-control-allow-origin")).isEqualTo(own);
        assertThat(definition.header("vary")).isEqualTo("Origin");
        assertThat(definition.header("access-control-expose-headers")).contains("ETag", "Link", "Retry-After");
        var elsewhere = new Admin(journey.api(), "no-such-letter", moderator.token());
        for (Api.Answer refused : List.of(
                journey.api().stray("GET", "/admin/statements/" + journey.statement(), "Origin", own),
                elsewhere.get("/queue", "Origin", own),
                moderator.send("POST", "/imports?source=x", "a", "Content-Type", "text/csv", "Origin", own)))
            assertThat(refused.header("access-control-allow-origin"))
                    .as(refused.body())
                    .isIn("*", own);
    }

    private Stream<String> adminPaths() {
        return Template.read(Path.of(Project.root().toString(), "template.yaml")).routes().stream()
                .map(Template.Route::path)
                .filter(path -> path.startsWith("/admin"))
                .distinct()
                .map(path -> path.replace("{statement}", journey.statement()).replaceAll("\\{.*?}", "none"));
    }
}
