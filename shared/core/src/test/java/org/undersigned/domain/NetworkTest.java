package org.undersigned.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.HexFormat;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class NetworkTest {
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
        assertThat(Network.of(address)).contains(new Network(network));
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
    void whatIsNoAddressHasNoNetwork(String text) {
        assertThat(Network.of(text)).isEmpty();
    }

    @Property
    void everyFourBytesHaveTheNetworkOfTheirFirstThree(@ForAll @Size(4) byte[] bytes) throws UnknownHostException {
        assertThat(Network.of(InetAddress.getByAddress(bytes).getHostAddress()))
                .contains(new Network((bytes[0] & 0xff) + "." + (bytes[1] & 0xff) + "." + (bytes[2] & 0xff) + ".0/24"));
    }

    @Property
    void everySixteenBytesHaveTheNetworkOfTheirFirstSix(@ForAll @Size(16) byte[] bytes) throws UnknownHostException {
        bytes[0] |= 0x20;
        assertThat(Network.of(InetAddress.getByAddress(bytes).getHostAddress()))
                .contains(new Network(group(bytes, 0) + ":" + group(bytes, 2) + ":" + group(bytes, 4) + "::/48"));
    }

    @Property
    void nothingIsTooStrangeToBeAskedAbout(@ForAll String text) {
        assertThat(Network.of(text)).isNotNull();
        assertThat(Network.of("2001:" + text)).isNotNull();
    }

    @Test
    void aNetworkIsNotPrinted() {
        assertThat(Network.of("192.0.2.1").orElseThrow().toString()).doesNotContain("192");
    }

    private static String group(byte[] bytes, int at) {
        return Integer.toHexString(Integer.parseInt(HexFormat.of().formatHex(bytes, at, at + 2), 16));
    }
}
