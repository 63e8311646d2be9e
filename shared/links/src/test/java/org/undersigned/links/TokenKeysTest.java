package org.undersigned.links;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TokenKeysTest {
    private final Vault vault = new Vault("{\"current\":\"k1\",\"k1\":\"first\"}");
    private final Watch watch = new Watch();
    private final TokenKeys keys = new TokenKeys(vault::read, watch);

    @Test
    void theSecretIsReadWhenFirstNeededAndKept() {
        assertThat(vault.reads).isZero();
        assertThat(keys.current()).isEqualTo("k1");
        assertThat(keys.find("k1")).contains("first".getBytes(StandardCharsets.UTF_8));
        assertThat(keys.current()).isEqualTo("k1");
        assertThat(vault.reads).isEqualTo(1);
    }

    @Test
    void aRemovedKeyIsRefusedWithinAMinute() {
        keys.current();
        vault.secret = "{\"current\":\"k2\",\"k2\":\"second\"}";
        assertThat(keys.find("k1")).isPresent();
        watch.forward(Duration.ofSeconds(61));
        assertThat(keys.find("k1")).isEmpty();
    }

    @Test
    void theKeysAtHandServeOnWhileTheSecretCannotBeRead() {
        keys.current();
        vault.secret = "broken";
        watch.forward(Duration.ofSeconds(61));
        assertThat(keys.find("k1")).isPresent();
        assertThat(keys.current()).isEqualTo("k1");
    }

    @Test
    void theSecretIsReadAtMostOnceAMinute() {
        for (int i = 0; i < 1_000; i++) assertThat(keys.find("x" + i)).isEmpty();
        assertThat(vault.reads).isEqualTo(1);
        watch.forward(Duration.ofSeconds(60));
        assertThat(keys.find("y")).isEmpty();
        assertThat(vault.reads).isEqualTo(1);
        watch.forward(Duration.ofMillis(1));
        for (int i = 0; i < 1_000; i++) assertThat(keys.find("z" + i)).isEmpty();
        assertThat(vault.reads).isEqualTo(2);
    }

    @Test
    void aNewKeyIsFoundWithinAMinute() {
        keys.current();
        vault.secret = "{\"current\":\"k2\",\"k2\":\"second\",\"k1\":\"first\"}";
        watch.forward(Duration.ofSeconds(61));
        assertThat(keys.find("k2")).isPresent();
        assertThat(keys.current()).isEqualTo("k2");
        assertThat(keys.find("k1")).isPresent();
    }

    @Test
    void theNewKeySignsWithinAMinute() {
        assertThat(keys.current()).isEqualTo("k1");
        vault.secret = "{\"current\":\"k2\",\"k2\":\"second\",\"k1\":\"first\"}";
        watch.forward(Duration.ofSeconds(61));
        assertThat(keys.current()).isEqualTo("k2");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "not JSON",
                "[]",
                "{}",
                "{\"current\":\"k1\"}",
                "{\"k1\":\"x\"}",
                "{\"current\":1,\"1\":\"x\"}",
                "{\"current\":\"k1\",\"k1\":2}",
                "{\"current\":\"k1\",\"k1\":\"\"}",
                "{\"current\":\"k1\",\"k1\":null}",
                "{\"current\":\"current\"}",
                "{\"current\":\"k1\",\"k1\":\"x\",\"k2\":2}",
                "{\"current\":\"k.1\",\"k.1\":\"x\"}",
                "{\"current\":\"k1\",\"k1\":\"x\"} x"
            })
    void aSecretThatCannotSignIsRefusedAndNotShown(String secret) {
        var bad = new TokenKeys(() -> secret, watch);
        assertThatIllegalStateException()
                .isThrownBy(bad::current)
                .withMessageStartingWith("The token secret")
                .withMessageNotContainingAny("\"x\"", "k.1");
        assertThatIllegalStateException().isThrownBy(() -> bad.find("k1"));
    }

    private static final class Vault {
        private String secret;
        private int reads;

        Vault(String secret) {
            this.secret = secret;
        }

        String read() {
            reads++;
            return secret;
        }
    }

    private static final class Watch extends Clock {
        private Instant now = Instant.parse("2026-11-23T12:00:00Z");

        void forward(Duration time) {
            now = now.plus(time);
        }

        @Override
        public Instant instant() {
            return now;
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            throw new UnsupportedOperationException();
        }
    }
}
