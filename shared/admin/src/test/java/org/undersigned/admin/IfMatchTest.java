package org.undersigned.admin;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.undersigned.http.Request;

class IfMatchTest {

    @Test
    void whoSaysNothingMeansAnyVersion() {
        IfMatch none = IfMatch.of(request(Map.of()));
        assertThat(none.isGiven()).isFalse();
        assertThat(none.allows(3)).isTrue();
    }

    /** Some proxies weaken a tag when they compress; a version is no less good for it. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"3\"",
                "W/\"3\"",
                "3",
                " \"3\" ",
                "\"1\", \"3\"",
                "\"1\",W/\"3\",\"x\"",
                "\"3\",",
                "\"a,b\",\"3\"",
                "*",
                " * "
            })
    void aVersionIsAllowedThatIsNamedOrMeant(String header) {
        assertThat(ifMatch(header).isGiven()).isTrue();
        assertThat(ifMatch(header).allows(3)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "\"2\"",
                "\"33\"",
                "\"x\"",
                "-3",
                "\"3.0\"",
                "w/\"3\"",
                "99999999999",
                "**",
                "\"*\"",
                "\"3",
                "3\"",
                "\"03\"",
                "\"+3\"",
                "\" 3\"",
                "\"3\" x",
                "\"a,3,b\"",
                "\"a\" \"3\""
            })
    void anotherVersionIsNot(String header) {
        assertThat(ifMatch(header).isGiven()).isTrue();
        assertThat(ifMatch(header).allows(3)).isFalse();
    }

    private static IfMatch ifMatch(String header) {
        return IfMatch.of(request(Map.of("if-match", header)));
    }

    private static Request request(Map<String, String> headers) {
        return new Request(
                "PUT",
                "/admin/statements/{statement}",
                Map.of(),
                Map.of(),
                Set.of(),
                headers,
                new byte[0],
                Optional.empty(),
                "request");
    }
}
