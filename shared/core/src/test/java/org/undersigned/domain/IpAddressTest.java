package org.undersigned.domain;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class IpAddressTest {
    @ParameterizedTest
    @CsvSource({
        "192.0.2.1, 192.0.2.0/24",
        "255.255.255.255, 255.255.255.0/24",
        "0.0.0.0, 0.0.0.0/24",
        "2001:db8:12:3456:789a:bcde:f012:3456, 2001:db8:12::/48",
        "2001:0DB8:0012::1, 2001:db8:12::/48",
        "2001:db8::1, 2001:db8:0::/48",
        "2001::, 2001:0:0::/48",
        "::1, 0:0:0::/48",
        "::, 0:0:0::/48",
        "1::2:3:4:5:6:7, 1:0:2::/48",
        "::2:3:4:5:6:7:8, 0:2:3::/48",
        "::ffff:192.0.2.1, 192.0.2.0/24",
        "::FFFF:192.0.2.1, 192.0.2.0/24",
        "0:0:0:0:0:ffff:192.0.2.1, 192.0.2.0/24",
        "::ffff:c000:201, 192.0.2.0/24",
        "64:ff9b::192.0.2.1, 64:ff9b:0::/48"
    })
    void anAddressIsToldByItsNetwork(String address, String network) {
        assertThat(IpAddress.of(address).map(IpAddress::network)).contains(new Network(network));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "unknown",
                "localhost",
                "192.0.2",
                "192.0.2.1.5",
                "192.0.2.256",
                "192.0.2.-1",
                "192.0..1",
                "192.0.2.1 ",
                "192.0.2.1:443",
                "1e2.0.2.1",
                "٣.0.2.1",
                ":",
                ":::",
                "1::2::3",
                "1:2:3",
                "1:2:3:4:5:6:7",
                "1:2:3:4:5:6:7:8:9",
                "1:2:3:4:5:6:7:8::",
                "1:2:3:4:5:6:7:8:",
                ":1:2:3:4:5:6:7:8",
                "12345::",
                "g::",
                "2001:db8::1%eth0",
                "[2001:db8::1]",
                "::ffff:192.0.2",
                "::192.0.2.1:1",
                "2001:db8:192.0.2.1::"
            })
    void whatIsNoAddressIsNone(String text) {
        assertThat(IpAddress.of(text)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "192.0.2.1, 192.0.2.1",
        "::ffff:192.0.2.1, 192.0.2.1",
        "2001:db8:12:3456:789a:bcde:f012:3456, 2001:db8:12:3456::/64",
        "2001:db8::1, 2001:db8:0:0::/64"
    })
    void oneSubscriberHasAnAddressOrThe64BitsBeforeIt(String address, String subscriber) {
        assertThat(IpAddress.of(address).orElseThrow().subscriber()).isEqualTo(subscriber);
    }

    @ParameterizedTest
    @CsvSource({
        "192.0.2.0/24, 192.0.2.255, true",
        "192.0.2.0/24, 192.0.3.0, false",
        "192.0.2.77, 192.0.2.77, true",
        "192.0.2.77, 192.0.2.78, false",
        "0.0.0.0/0, 8.8.8.8, true",
        "10.0.0.0/9, 10.127.255.255, true",
        "10.0.0.0/9, 10.128.0.0, false",
        "127.0.0.1, 127.0.0.2, false",
        "2001:db8::/32, 2001:db8:ffff::1, true",
        "2001:db8::/32, 2001:db9::1, false",
        "::/0, 192.0.2.1, false",
        "0.0.0.0/0, 2001:db8::1, false"
    })
    void aRangeHoldsTheAddressesThatBeginAsItDoes(String range, String address, boolean held) {
        assertThat(IpRange.of(range)
                        .orElseThrow()
                        .contains(IpAddress.of(address).orElseThrow()))
                .isEqualTo(held);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "none",
                "192.0.2.0/33",
                "192.0.2.0/-1",
                "192.0.2.0/",
                "/24",
                "192.0.2/24",
                "2001:db8::/129",
                "192.0.2.0/a"
            })
    void whatIsNoRangeIsNone(String text) {
        assertThat(IpRange.of(text)).isEmpty();
    }

    @Test
    void whereSomebodyWasIsNotPrinted() {
        IpAddress address = IpAddress.of("192.0.2.1").orElseThrow();
        assertThat(address.toString()).doesNotContain("192");
        assertThat(address.network().toString()).doesNotContain("192");
    }
}
