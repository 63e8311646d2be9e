package org.undersigned.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.undersigned.lambda.Json;

class CachedTest {
    private static final Map<String, String> BODY = Map.of("title", "Letter");

    @Test
    void theSameAnswerHasTheSameTag() {
        String tag = tag(BODY);
        assertThat(tag).matches("\"[a-z2-7]{16}\"").isEqualTo(tag(BODY));
        assertThat(tag(Map.of("title", "Lettre"))).isNotEqualTo(tag);
    }

    @Test
    void anAnswerMayBeKeptForSomeSeconds() {
        assertThat(Cached.json(asking(Map.of()), Json.text(BODY), 10).headers())
                .containsEntry("Cache-Control", "public, max-age=10")
                .containsEntry("Content-Type", "application/json");
    }

    @ParameterizedTest
    @ValueSource(strings = {"%s", "W/%s", "*", "\"x\", %s", "\"x\",W/%s , \"y\"", " %s "})
    void aKnownAnswerIsNotSentAgain(String header) {
        String tag = tag(BODY);
        Response response = Cached.json(asking(Map.of("if-none-match", header.formatted(tag))), Json.text(BODY), 10);
        assertThat(response.status()).isEqualTo(304);
        assertThat(response.body()).isEmpty();
        assertThat(response.headers()).containsEntry("ETag", tag).containsKey("Cache-Control");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "\"x\"", "x", ",", "\"", "W/", "\"*\""})
    void anUnknownTagGetsTheWholeAnswer(String header) {
        Response response = Cached.json(asking(Map.of("if-none-match", header)), Json.text(BODY), 10);
        assertThat(response.status()).isEqualTo(200);
        assertThat(response.body()).isEqualTo("{\"title\":\"Letter\"}");
    }

    private static String tag(Object body) {
        return Cached.json(asking(Map.of()), Json.text(body), 10).headers().get("ETag");
    }

    private static Request asking(Map<String, String> headers) {
        return new Request("GET", "", Map.of(), Map.of(), Set.of(), headers, new byte[0], Optional.empty(), "request");
    }
}
