package org.undersigned.links;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.undersigned.http.Problem;
import org.undersigned.http.Request;

class PostedTest {
    private static final Set<String> FIELDS = Set.of("confirm", "request");
    private static final String FORM = "application/x-www-form-urlencoded";

    @Test
    void theButtonOfAPageIsRead() {
        Posted posted = read(FORM, "request=0000003c-abc&confirm=true").orElseThrow();
        assertThat(posted.says("confirm")).isTrue();
        assertThat(posted.value("request")).contains("0000003c-abc");
        assertThat(posted.says("request")).isFalse();
    }

    @Test
    void jsonThatSaysTheSameIsRead() {
        assertThat(read("application/json; charset=utf-8", "{\"confirm\": true}")
                        .orElseThrow()
                        .says("confirm"))
                .isTrue();
        assertThat(read("APPLICATION/JSON", "{\"confirm\": false}")
                        .orElseThrow()
                        .says("confirm"))
                .isFalse();
    }

    @Test
    void whatIsNullIsAsIfLeftOut() {
        Posted posted = read("application/json", "{\"confirm\": true, \"request\": null}")
                .orElseThrow();
        assertThat(posted.says("confirm")).isTrue();
        assertThat(posted.value("request")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "application/x-www-form-urlencoded | List-Unsubscribe=One-Click",
                "application/x-www-form-urlencoded | confirm=true&other=1",
                "application/x-www-form-urlencoded | ''",
                "text/plain | confirm=true",
                "'' | confirm=true",
                "multipart/form-data; boundary=x | confirm=true",
                "application/json | ''"
            })
    void whatNoButtonSendsIsNone(String type, String body) {
        assertThat(read(type, body)).isEmpty();
    }

    @Test
    void whatIsTooLongIsNone() {
        assertThat(read(FORM, "confirm=true&request=" + "a".repeat(17_000))).isEmpty();
    }

    @Test
    void brokenEscapesAreNoFailure() {
        assertThat(read(FORM, "confirm=%zz").orElseThrow().says("confirm")).isFalse();
    }

    @Test
    void brokenJsonIsRefused() {
        assertThatThrownBy(() -> read("application/json", "{")).isInstanceOf(Problem.Refusal.class);
    }

    private static Optional<Posted> read(String type, String body) {
        return Posted.read(
                new Request(
                        "POST",
                        "",
                        Map.of(),
                        Map.of(),
                        Set.of(),
                        Map.of("content-type", type),
                        body.getBytes(StandardCharsets.UTF_8),
                        Optional.empty(),
                        "id"),
                FIELDS);
    }
}
