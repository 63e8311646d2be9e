package org.undersigned.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.undersigned.lambda.Variables;

class OriginsTest {
    @Test
    void moderatorsPagesAreThoseThatAreSpelledOut() {
        assertThat(admins("none").allowed()).isEmpty();
        assertThat(admins("https://a.example,http://localhost:8080").allowed())
                .containsExactly("https://a.example", "http://localhost:8080");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "*",
                "https://a.example,*",
                "https://*.example",
                "http://a.example",
                "https://a.example/",
                "https://a.example,",
                "null"
            })
    void moderatorsPagesAreNeverAnybodysPages(String origins) {
        assertThatThrownBy(() -> admins(origins))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("ADMIN_ORIGINS must be none, or origins such as");
    }

    private static Origins admins(String origins) {
        Variables env = name -> Optional.of(origins).filter(_ -> name.equals("ADMIN_ORIGINS"));
        return Origins.ofAdmins(env);
    }
}
