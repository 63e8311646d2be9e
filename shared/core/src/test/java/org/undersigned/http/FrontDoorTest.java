package org.undersigned.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.undersigned.domain.IpAddress;

class FrontDoorTest {
    private static final String SECRET = "0123456789abcdef0123456789abcdef";
    private static final String EDGE = "192.0.2.1";

    @Test
    void withoutADistributionEverybodyIsLetInAndNoHeaderIsBelieved() {
        for (FrontDoor open : new FrontDoor[] {door(Map.of()), door(Map.of("ORIGIN_SECRET", "none"))})
            assertThat(caller(
                            open,
                            "x-origin-secret",
                            "none",
                            "true-client-ip",
                            "203.0.113.7",
                            "x-forwarded-for",
                            "203.0.113.8"))
                    .contains(EDGE);
    }

    @Test
    void whoeverDoesNotKnowTheSecretIsNotLetIn() {
        FrontDoor closed = closed();
        assertThat(caller(closed)).isEmpty();
        assertThat(caller(closed, "true-client-ip", "203.0.113.7")).isEmpty();
        for (String wrong : new String[] {
            "", "none", SECRET.substring(1), SECRET + " ", SECRET + "," + SECRET, SECRET.toUpperCase(Locale.ROOT)
        }) assertThat(caller(closed, "x-origin-secret", wrong)).as(wrong).isEmpty();
    }

    @Test
    void theDistributionSaysWhoCalls() {
        assertThat(caller(
                        closed(),
                        "x-origin-secret",
                        SECRET,
                        "true-client-ip",
                        "203.0.113.7",
                        "x-forwarded-for",
                        "203.0.113.8"))
                .contains("203.0.113.7");
        assertThat(caller(closed(), "x-origin-secret", SECRET, "true-client-ip", "2001:db8:1:2:3::4"))
                .contains("2001:db8:1:2::/64");
    }

    @Test
    void whatIsNoAddressLeavesWhatTheGatewaySaw() {
        assertThat(caller(closed(), "x-origin-secret", SECRET)).contains(EDGE);
        for (String none : new String[] {
            "",
            "unknown",
            "203.0.113.7:443",
            "[2001:db8::1]:443",
            "203.0.113.7, 203.0.113.8",
            "999.1.1.1",
            "::1%eth0",
            "1"
        })
            assertThat(caller(closed(), "x-origin-secret", SECRET, "true-client-ip", none))
                    .as(none)
                    .contains(EDGE);
    }

    /** While links in emails still lead to the address that is to be closed. */
    @Test
    void whatIsNotClosedYetLetsEverybodyInAndBelievesTheDistributionAlone() {
        FrontDoor open = door(Map.of("ORIGIN_SECRET", SECRET, "CLOSE_ENDPOINT", "false"));
        assertThat(caller(open, "true-client-ip", "203.0.113.7")).contains(EDGE);
        assertThat(caller(open, "x-origin-secret", "wrong", "true-client-ip", "203.0.113.7"))
                .contains(EDGE);
        assertThat(caller(open, "x-origin-secret", SECRET, "true-client-ip", "203.0.113.7"))
                .contains("203.0.113.7");
    }

    @Test
    void whatIsNoSecretFailsWithItsName() {
        assertThatThrownBy(() -> door(Map.of("ORIGIN_SECRET", "{{resolve:x}}", "CLOSE_ENDPOINT", "true")))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("ORIGIN_SECRET")
                .hasMessageNotContaining("resolve");
        assertThatThrownBy(() -> door(Map.of("ORIGIN_SECRET", SECRET))).hasMessageContaining("CLOSE_ENDPOINT");
    }

    private static FrontDoor closed() {
        return door(Map.of("ORIGIN_SECRET", SECRET, "CLOSE_ENDPOINT", "true"));
    }

    private static FrontDoor door(Map<String, String> variables) {
        return FrontDoor.of(name -> Optional.ofNullable(variables.get(name)));
    }

    /** Whose request it counts as, as the limit of networks has it; empty when it is not let in. */
    private static Optional<String> caller(FrontDoor door, String... headers) {
        Map<String, String> all = new HashMap<>();
        for (int i = 0; i < headers.length; i += 2) all.put(headers[i], headers[i + 1]);
        var request =
                new Request("POST", "", Map.of(), Map.of(), Set.of(), all, new byte[0], IpAddress.of(EDGE), "request");
        return door.admit(request).flatMap(Request::from).map(IpAddress::subscriber);
    }
}
