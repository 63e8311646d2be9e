package org.undersigned.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;

/** What every refusal must be: a problem that says what is wrong, and nothing of what we are made of. */
final class Problems {
    private Problems() {}

    static void isProblem(Api.Answer answer, int status) {
        isAdminProblem(answer, status);
        mayBeReadByPages(answer);
    }

    /** One of the admin API, which not every page may read. */
    static void isAdminProblem(Api.Answer answer, int status) {
        assertThat(answer.status()).as(answer.body()).isEqualTo(status);
        assertThat(answer.header("content-type")).isEqualTo("application/problem+json");
        Map<String, Object> problem = answer.json();
        assertThat(problem).containsEntry("status", status).containsEntry("type", "about:blank");
        assertThat(text(problem, "title")).isNotBlank();
        assertThat(text(problem, "detail")).isNotBlank();
        tellsNothingOfItsInside(answer);
    }

    /** And names the field at fault. */
    static void isProblem(Api.Answer answer, int status, String field) {
        isProblem(answer, status);
        assertThat(errors(answer)).anyMatch(error -> error.startsWith(field + " "));
    }

    /** The local run allows every origin; elsewhere only a request that names one is answered. */
    static void mayBeReadByPages(Api.Answer answer) {
        if (Target.Kind.CHOSEN.isLocalRun())
            assertThat(answer.header("access-control-allow-origin")).isEqualTo("*");
    }

    /** Each error as {@code field code}, in no order; all have a message. */
    static List<String> errors(Api.Answer answer) {
        return ((List<?>) answer.json().get("errors"))
                .stream()
                        .map(Map.class::cast)
                        .map(error -> {
                            assertThat(text(error, "message")).isNotBlank();
                            return text(error, "field") + " " + text(error, "code");
                        })
                        .toList();
    }

    static void tellsNothingOfItsInside(Api.Answer answer) {
        assertThat(answer.body())
                .doesNotContain("Exception")
                .doesNotContain("Error:")
                .doesNotContain("org.undersigned")
                .doesNotContain("java.")
                .doesNotContain("jackson")
                .doesNotContain("amazon")
                .doesNotContain("\tat ");
    }

    private static String text(Map<?, ?> fields, String name) {
        return (String) fields.get(name);
    }
}
