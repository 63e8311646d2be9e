package org.undersigned.domain;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class IpRangeTest {
    @ParameterizedTest
    @CsvSource({
        "127.0.0.1, 127.0.0.1",
        "127.0.0.1/32, 127.0.0.1",
        "192.0.2.0/24, 192.0.2.255",
        "192.0.2.77/24, 192.0.2.1",
        "192.0.2.128/25, 192.0.2.128",
        "0.0.0.0/0, 203.0.113.9",
        "::1, ::1",
        "2001:db8::/32, 2001:db8:ffff::1",
        "2001:db8::/33, 2001:db8:7fff::1",
        "::/0, 2001:db8::1",
        "192.0.2.0/24, ::ffff:192.0.2.1"
    })
    void anAddressWithTheSameBeginningIsInIt(String range, String address) {
        assertThat(contains(range, address)).isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "127.0.0.1, 127.0.0.2",
        "192.0.2.0/24, 192.0.3.0",
        "192.0.2.128/25, 192.0.2.127",
        "0.0.0.0/0, ::1",
        "::/0, 192.0.2.1",
        "2001:db8::/33, 2001:db8:8000::1",
        "2001:db8::/32, 2001:db9::1"
    })
    void anotherIsNot(String range, String address) {
        assertThat(contains(range, address)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "/",
                "none",
                "192.0.2.0/",
                "192.0.2.0/33",
                "192.0.2.0/-1",
                "192.0.2.0/+8",
                "192.0.2.0/ 8",
                "192.0.2.0/8/8",
                "192.0.2/24",
                "2001:db8::/129",
                "/24"
            })
    void anotherTextIsNoRange(String text) {
        assertThat(IpRange.of(text)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "192.0.2.0/24, 192.0.2.0/24, true",
        "192.0.2.77/24, 192.0.2.0/24, true",
        "192.0.0.0/16, 192.0.2.0/24, true",
        "192.0.2.0/25, 192.0.2.0/24, false",
        "192.0.2.7, 192.0.2.0/24, false",
        "192.0.3.0/24, 192.0.2.0/24, false",
        "2001:db8::/32, 2001:db8:7::/48, true",
        "2001:db8:7::/49, 2001:db8:7::/48, false",
        "0.0.0.0/0, 2001:db8:7::/48, false"
    })
    void aNetworkIsCoveredWhole(String range, String network, boolean covered) {
        assertThat(range(range).covers(new Network(network))).isEqualTo(covered);
    }

    @ParameterizedTest
    @CsvSource({
        "192.0.2.0/24, true",
        "10.0.0.0/8, true",
        "192.0.2.0/25, false",
        "192.0.2.7, false",
        "2001:db8::/48, true",
        "2001:db8::/49, false",
        "::1, false"
    })
    void wideIsWhatIsKeptOfSigners(String range, boolean wide) {
        assertThat(range(range).isWide()).isEqualTo(wide);
    }

    @ParameterizedTest
    @CsvSource({
        "192.0.2.0/24, 192.0.2.0/24",
        "192.0.2.77/24, 192.0.2.0/24",
        "192.0.2.77, 192.0.2.77/32",
        "203.0.113.255/9, 203.0.0.0/9",
        "2001:DB8:0:0::1/48, 2001:db8:0::/48",
        "2001:db8:ffff::/33, 2001:db8:8000::/33",
        "2001:db8::1, 2001:db8:0:0:0:0:0:1/128",
        "::ffff:192.0.2.77, 192.0.2.77/32",
        "0.0.0.0/0, 0.0.0.0/0",
        "::/0, ::/0"
    })
    void aNetworkIsWrittenInOneWayWhateverStandsBehindItsBeginning(String typed, String text) {
        assertThat(range(typed).text()).isEqualTo(text);
        assertThat(range(text).text()).isEqualTo(text);
    }

    @ParameterizedTest
    @CsvSource({
        "10.0.0.0/8, false",
        "10.0.0.0/7, true",
        "0.0.0.0/0, true",
        "192.0.2.7, false",
        "2001::/16, false",
        "2001::/15, true",
        "::/0, true",
        "2001:db8::1, false"
    })
    void vastIsWhatHoldsCountries(String range, boolean vast) {
        assertThat(range(range).isVast()).isEqualTo(vast);
    }

    private static IpRange range(String text) {
        return IpRange.of(text).orElseThrow();
    }

    private static boolean contains(String range, String address) {
        return range(range).contains(IpAddress.of(address).orElseThrow());
    }
}
